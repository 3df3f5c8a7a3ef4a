import { account } from '@/features/account/feature'
import { customer } from '@/features/customer/feature'
import { followup } from '@/features/followup/feature'
import { goal } from '@/features/goal/feature'
import { notify } from '@/features/notify/feature'
import { outside } from '@/features/public/feature'
import { org } from '@/features/org/feature'
import { work } from '@/features/work/feature'
import type { Feature } from '@/lib/feature'

/** Everything the product can do, in no particular order; the menu shows the nouns found here and no others. */
export const features: Feature[] = [outside, work, followup, org, notify, goal, customer, account]
