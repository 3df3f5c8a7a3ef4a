import type { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { ErrorPage } from './ErrorPage'
import { features } from './features'
import { Home } from './Home'
import { type Roof, roofs } from './navigation'
import { NotFound } from './NotFound'
import { signOutWhenTold } from './sessionGate'
import { SignedIn } from './SignedIn'

function Nothing() {
  return null
}

function routeOf(roof: Roof): RouteObject {
  const [first] = roofs[roof]
  const children: RouteObject[] = roofs[roof].map(({ path, lazy }) => (path === '' ? { index: true, lazy } : { path, lazy }))
  if (first && first.path !== '') children.push({ index: true, element: <Navigate to={first.path} replace /> })
  return {
    path: `/${roof}`,
    lazy: async () => {
      const { Sections } = await import('./Sections')
      return { element: <Sections key={roof} roof={roof} /> }
    },
    children,
  }
}

export function makeRouter(queryClient: QueryClient) {
  const inside: RouteObject[] = [...features.flatMap((feature) => feature.routes ?? []), routeOf('settings'), routeOf('administration')]
  const outside: RouteObject[] = features.flatMap((feature) => feature.publicRoutes ?? [])
  signOutWhenTold(queryClient)
  return createBrowserRouter([
    {
      errorElement: <ErrorPage />,
      hydrateFallbackElement: <Nothing />,
      children: [...outside, { element: <SignedIn />, children: [{ errorElement: <ErrorPage />, children: [{ index: true, element: <Home /> }, ...inside, { path: '*', element: <NotFound /> }] }] }],
    },
  ])
}
