import type { ComponentType, ReactNode } from 'react'
import type { RouteObject } from 'react-router'

/** A noun of the product in the menu. Its text is `nav.<key>` in the app's catalogue. */
export interface Noun {
  key: string
  path: string
  icon: ComponentType
  /** Shown only to people who have it. */
  permission?: string
  /** Place in the menu. */
  order: number
  /** Place in the phone's bottom bar, which has room for the first three a person may see. */
  onPhone?: number
}

/** One entry of "+". Its text is `add.<key>` in the app's catalogue. */
export interface QuickAdd {
  key: string
  path: string
  icon: ComponentType
  permission?: string
}

export interface SearchHit {
  id: string
  path: string
  title: string
  /** Number, person, phone: what tells two hits apart. */
  note?: string
  /** A second line: where it stands. */
  detail?: ReactNode
}
export interface SearchSource {
  /** Asked only for people who have it. */
  permission?: string
  find: (typed: string, signal: AbortSignal) => Promise<SearchHit[]>
}

/** A page under one roof with others: everybody's settings or the administration. Its tab is `<roof>.<key>` in the app's catalogue. */
export interface Section {
  key: string
  /** Below the roof's own path: "notices" is /settings/notices. */
  path: string
  order: number
  lazy: () => Promise<{ Component: ComponentType }>
}

/** What a feature gives to the frame. The module that holds it must stay tiny: pages are lazy. */
export interface Feature {
  nouns?: Noun[]
  /** Pages inside the shell, for signed-in people. */
  routes?: RouteObject[]
  /** Pages outside of it, for anybody. */
  publicRoutes?: RouteObject[]
  quickAdds?: QuickAdd[]
  /** Pages of everybody's own settings. */
  settings?: Section[]
  /** Pages for who may configure the house. */
  administration?: Section[]
  /** Stands in the top bar of every page. */
  tool?: ComponentType
  /** Says above every page what is out of order; shows nothing while all is well. */
  warning?: ComponentType
  /** Asked when something is typed into the palette. */
  search?: SearchSource
}
