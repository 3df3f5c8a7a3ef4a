import { account } from '@/features/account/feature'
import { followup } from '@/features/followup/feature'
import { notify } from '@/features/notify/feature'
import { org } from '@/features/org/feature'
import { work } from '@/features/work/feature'
import type { Feature } from '@/lib/feature'

/** Everything the product can do, in no particular order; the menu shows the nouns found here and no others. */
export const features: Feature[] = [work, followup, org, notify, account]
