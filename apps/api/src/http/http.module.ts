import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { GraphqlModule } from '../graphql/graphql.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { TimelineModule } from '../timeline/timeline.module.js';
import { Answers } from './answers/answers.js';
import { ExplorerController } from './explorer.controller.js';
import { HealthController } from './health.controller.js';
import { PackController } from './pack.controller.js';
import { Readiness } from './readiness.js';
import { StreamController } from './stream.controller.js';

/** Everything beside `/graphql` itself. Routes of controllers come before Apollo's, which takes all below `/graphql`. */
@Module({
  imports: [TelemetryModule, TimelineModule, GraphqlModule, AuthModule],
  controllers: [HealthController, PackController, StreamController, ExplorerController],
  providers: [Answers, Readiness],
})
export class HttpModule {}
