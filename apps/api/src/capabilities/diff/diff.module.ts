import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { DiffResolver } from './diff.resolver.js';

@Module({ imports: [TimelineModule], providers: [DiffResolver] })
export class DiffModule {}
