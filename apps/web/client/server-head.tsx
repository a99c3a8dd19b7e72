/** `next/head` in browsers: the server wrote the head, and nothing on the page changes it afterwards. */
export default function ServerHead() {
  return null;
}
