import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { DensityResolver } from './density.resolver.js';

@Module({ imports: [TimelineModule], providers: [DensityResolver] })
export class DensityModule {}
