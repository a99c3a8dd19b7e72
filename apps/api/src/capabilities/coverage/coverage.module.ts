import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { CoverageResolver } from './coverage.resolver.js';

@Module({ imports: [TimelineModule], providers: [CoverageResolver] })
export class CoverageModule {}
