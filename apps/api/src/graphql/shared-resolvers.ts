import { PaperResolver } from './paper.resolver.js';
import { PartnerResolver } from './partner.resolver.js';
import { EffectResolver, PolicyEventResolver, RelationResolver } from './policy-event.resolver.js';
import { SubjectResolver } from './subject.resolver.js';

/** Fields of the objects that several capabilities answer with. */
export const sharedResolvers = [
  EffectResolver,
  PaperResolver,
  PartnerResolver,
  PolicyEventResolver,
  RelationResolver,
  SubjectResolver,
];
