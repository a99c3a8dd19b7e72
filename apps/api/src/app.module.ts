import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { capabilities } from './capabilities/capabilities.js';
import type { Configuration } from './configuration.js';
import { ConfigurationModule } from './configuration.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HttpModule } from './http/http.module.js';
import { requestLog } from './http/request-log.js';

@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest names a dynamic module by its class.
export class AppModule {
  static of(configuration: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigurationModule.of(configuration),
        LoggerModule.forRoot(requestLog(configuration.logLevel)),
        HttpModule,
        ExportsModule,
        GraphqlModule,
        ...capabilities,
      ],
    };
  }
}
