import { permanentRedirect } from 'next/navigation';

/** The form has its place among the other tasks of an editor. */
export default function AppendPage(): never {
  permanentRedirect('/admin?do=append');
}
