import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { QuadrantResolver } from './quadrant.resolver.js';

@Module({ imports: [TimelineModule], providers: [QuadrantResolver] })
export class QuadrantModule {}
