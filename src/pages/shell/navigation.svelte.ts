import { parseRoute, routeHash, type Route } from '../../core/route.ts';

/** Which page is shown; it follows the address, so that Back and bookmarks work. */
export class Navigation {
  route = $state<Route>('survey');
  /** The fragment of the address, with whatever a page keeps in it. */
  hash = $state('');

  /** Follows the address from now on. */
  start(): void {
    const follow = (): void => {
      this.hash = location.hash;
      this.route = parseRoute(location.hash) ?? this.route;
    };
    follow();
    window.addEventListener('hashchange', follow);
  }

  go(route: Route): void {
    if (route === this.route) return;
    this.route = route;
    location.hash = routeHash(route);
  }
}
