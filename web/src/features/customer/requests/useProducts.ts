import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { productsKey } from './keys'

export type Product = Schema<'ProductView'>

/** All of them, closed ones too. */
export function useProducts() {
  return useQuery({ queryKey: productsKey, queryFn: ({ signal }) => api.get('/api/v1/products', { signal }), select: (page) => page.items })
}

export function useAddProduct() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ form, key }: { form: Schema<'NewProductForm'>; key: string }) => api.post('/api/v1/products', { body: form, idempotencyKey: key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: productsKey }),
  })
}

export function useChangeProduct() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ product, patch }: { product: Product; patch: Schema<'ProductPatch'> }) => api.patch('/api/v1/products/{id}', { path: { id: product.id }, body: patch, version: product.version }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: productsKey }),
  })
}
