import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { TimelineResolver } from './timeline.resolver.js';

@Module({ imports: [TimelineModule], providers: [TimelineResolver] })
export class TimelineQueryModule {}
