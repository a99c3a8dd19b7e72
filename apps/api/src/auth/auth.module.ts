import { Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { Access } from './access.js';
import { AuditTrail } from './audit-trail.js';
import { editorKey } from './editor-key.js';

function accessBy({ dataFolder, jwt }: Configuration): Access {
  const key = editorKey(dataFolder, (made, file) => {
    process.stdout.write(
      `A key for appending was made, told this once: ${made}\nIt is kept in ${file}; send it as Authorization: Bearer KEY.\n`,
    );
  });
  return new Access(key, jwt, new AuditTrail(dataFolder));
}

@Module({
  providers: [{ provide: Access, useFactory: accessBy, inject: [CONFIGURATION] }],
  exports: [Access],
})
export class AuthModule {}
