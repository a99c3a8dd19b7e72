import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { EventsResolver } from './events.resolver.js';

@Module({ imports: [TimelineModule], providers: [EventsResolver] })
export class EventsModule {}
