// Short names for what the frame uses of the generated description of the API.
import type { components } from '@/gen/api'

/** A form or view of the API by its name: `Schema<'WorkItemView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

export type Language = Schema<'Language'>
export type Theme = Schema<'Theme'>
export type Scope = Schema<'Scope'>

export interface Page<T> {
  items: T[]
  /** Hand it back as `cursor` for the next page; null at the end. */
  next: string | null
  total: number | null
}

/** Permissions not named are not given. */
export type Session = Schema<'SessionView'>
export type SignInForm = Schema<'SignInForm'>
export type SetupState = Schema<'SetupView'>
export type SetupForm = Schema<'SetupForm'>
export type Profile = Schema<'ProfileView'>
export type ProfileForm = Schema<'ProfilePatch'>
export type PasswordForm = Schema<'PasswordForm'>
export type DeviceSession = Schema<'DeviceSession'>
export type AccessToken = Schema<'AccessToken'>
export type TokenForm = Schema<'TokenForm'>
/** The only time the token's text is shown. */
export type CreatedToken = Schema<'CreatedToken'>
/** Enough of a person to show and choose. */
export type PersonRef = Pick<Schema<'EmployeeView'>, 'id' | 'name'> & Partial<Pick<Schema<'EmployeeView'>, 'number' | 'department_name'>>
