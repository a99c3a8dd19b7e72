import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration.js';
import { Access } from './access.js';
import { AuditTrail } from './audit-trail.js';
import { EditorKey, keyFile } from './editor-key.js';
import { RefusedMutations } from './refused-mutations.plugin.js';
import { WriteLimit } from './write-limit.js';

function accessBy({ dataFolder, jwt }: Configuration, limit: WriteLimit): Access {
  const file = keyFile(dataFolder);
  const key = new EditorKey(file, (made) => {
    process.stdout.write(
      `A key for appending was made, told this once: ${made}\nIt is kept in ${file}; send it as Authorization: Bearer KEY.\n`,
    );
  });
  return new Access(key, jwt, new AuditTrail(dataFolder), limit);
}

@Module({
  providers: [
    {
      provide: WriteLimit,
      useFactory: ({ writesPerMinute }: Configuration) => new WriteLimit(writesPerMinute),
      inject: [CONFIGURATION],
    },
    { provide: Access, useFactory: accessBy, inject: [CONFIGURATION, WriteLimit] },
    RefusedMutations,
  ],
  exports: [Access],
})
export class AuthModule implements OnApplicationShutdown {
  constructor(@Inject(WriteLimit) private readonly limit: WriteLimit) {}

  onApplicationShutdown(): void {
    this.limit.close();
  }
}
