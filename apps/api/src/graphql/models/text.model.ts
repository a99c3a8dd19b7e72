import { Field, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A text in both languages of the record.' })
@InputType('TextInput', { description: 'A text in both languages of the record.' })
export class Text {
  @Field(() => String, { description: 'English.' })
  en!: string;
  @Field(() => String, { description: 'Japanese.' })
  ja!: string;
}
