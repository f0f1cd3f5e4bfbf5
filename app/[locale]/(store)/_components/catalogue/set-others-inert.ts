/** Makes everything but an element, what holds it and what it holds unreachable, or reachable again. */
export function setOthersInert(element: HTMLElement, isInert: boolean): void {
  let inner: HTMLElement = element;
  while (inner !== document.body && inner.parentElement) {
    for (const sibling of inner.parentElement.children) {
      if (sibling !== inner && sibling instanceof HTMLElement && sibling.tagName !== "SCRIPT") sibling.inert = isInert;
    }
    inner = inner.parentElement;
  }
}
