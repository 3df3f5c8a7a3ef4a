import { useParams } from 'react-router'
import { CustomerFile } from './CustomerFile'

export function CustomerPage() {
  const { id = '' } = useParams()
  return <CustomerFile key={id} id={id} />
}
