import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import styles from './Kinds.module.css'

const TYPES: Schema<'CustomFieldType'>[] = ['text', 'number', 'date', 'choice', 'person']

/** The fields only items of this kind have. A field that is in use keeps its code and its type. */
export function FieldList({ fixed }: { fixed: string[] }) {
  const { t } = useTranslation('kinds')
  return (
    <fieldset className={styles.fields}>
      <legend>{t('fields')}</legend>
      <p>{t('fields_note')}</p>
      <Form.List name="fields">
        {(entries, { add, remove, move }) => (
          <>
            <ul>
              {entries.map((entry, index) => (
                <li key={entry.key}>
                  <OwnField index={entry.name} fixed={fixed} />
                  <div className={styles.acts}>
                    <Button type="text" icon={<ArrowUpOutlined />} aria-label={t('move_up', { number: index + 1 })} disabled={index === 0} onClick={() => move(index, index - 1)} />
                    <Button type="text" icon={<ArrowDownOutlined />} aria-label={t('move_down', { number: index + 1 })} disabled={index === entries.length - 1} onClick={() => move(index, index + 1)} />
                    <Button type="text" icon={<DeleteOutlined />} aria-label={t('remove_field', { number: index + 1 })} onClick={() => remove(entry.name)} />
                  </div>
                </li>
              ))}
            </ul>
            <Button type="dashed" icon={<PlusOutlined />} disabled={entries.length >= 30} onClick={() => add({ type: 'text', required: false })}>
              {t('add_field')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function OwnField({ index, fixed }: { index: number; fixed: string[] }) {
  const { t } = useTranslation('kinds')
  const form = Form.useFormInstance()
  const type = Form.useWatch<string>(['fields', index, 'type'], form)
  const isFixed = fixed.includes(Form.useWatch<string>(['fields', index, 'code'], form) ?? '')
  const missing = (name: string) => [{ required: true, whitespace: true, message: t('missing', { name }) }]
  return (
    <div className={styles.field}>
      <Form.Item name={[index, 'name_zh']} label={t('name_zh')} rules={missing(t('name_zh'))}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={[index, 'name_en']} label={t('name_en')} rules={missing(t('name_en'))}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={[index, 'code']} label={t('code')} rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{1,39}$/, message: t('code_wrong') }]}>
        <Input maxLength={40} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name={[index, 'type']} required label={t('type')} extra={isFixed ? t('type_fixed') : undefined}>
        <Select disabled={isFixed} options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))} />
      </Form.Item>
      {type === 'choice' && (
        <Form.Item name={[index, 'choices']} label={t('choices')} extra={t('choices_note')} rules={[{ required: true, message: t('missing', { name: t('choices') }) }]} className={styles.whole}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} maxCount={50} />
        </Form.Item>
      )}
      <Form.Item name={[index, 'required']} valuePropName="checked" className={styles.whole}>
        <Checkbox>{t('field_required')}</Checkbox>
      </Form.Item>
    </div>
  )
}
