import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { AppendEventsResolver } from './append-events.resolver.js';
import { Appending } from './appending.js';

@Module({ imports: [TimelineModule, AuthModule], providers: [AppendEventsResolver, Appending] })
export class AppendEventsModule {}
