import type { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { ErrorPage } from './ErrorPage'
import { features } from './features'
import { Home } from './Home'
import { NotFound } from './NotFound'
import { signOutWhenTold } from './sessionGate'
import { SignedIn } from './SignedIn'

function Nothing() {
  return null
}

export function makeRouter(queryClient: QueryClient) {
  const inside: RouteObject[] = features.flatMap((feature) => feature.routes ?? [])
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
