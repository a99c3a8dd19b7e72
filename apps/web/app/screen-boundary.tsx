import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead when drawing what is inside fails. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A fault while the screen is drawn costs the screen, not the page: React takes only a class for this. */
export class ScreenBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
