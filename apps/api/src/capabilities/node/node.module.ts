import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { NodeResolver } from './node.resolver.js';

@Module({ imports: [TimelineModule], providers: [NodeResolver] })
export class NodeModule {}
