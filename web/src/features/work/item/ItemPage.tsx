import { useParams } from 'react-router'
import { ItemView } from './ItemView'

export function ItemPage() {
  const { id = '' } = useParams()
  return <ItemView key={id} id={id} />
}
