import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { EventQueryResolver } from './event.resolver.js';

@Module({ imports: [TimelineModule], providers: [EventQueryResolver] })
export class EventModule {}
