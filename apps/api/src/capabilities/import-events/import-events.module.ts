import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { ImportEventsResolver } from './import-events.resolver.js';

@Module({ imports: [TimelineModule, AuthModule], providers: [ImportEventsResolver] })
export class ImportEventsModule {}
