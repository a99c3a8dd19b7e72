import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { ChangesResolver } from './changes.resolver.js';

@Module({ imports: [TimelineModule], providers: [ChangesResolver] })
export class ChangesModule {}
