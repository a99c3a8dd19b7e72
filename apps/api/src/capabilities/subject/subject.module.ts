import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { SubjectQueryResolver } from './subject.resolver.js';

@Module({ imports: [TimelineModule], providers: [SubjectQueryResolver] })
export class SubjectModule {}
