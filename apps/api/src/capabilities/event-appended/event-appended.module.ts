import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { EventAppendedResolver } from './event-appended.resolver.js';

@Module({ imports: [TimelineModule], providers: [EventAppendedResolver] })
export class EventAppendedModule {}
