import type { Facility, Premises } from '../../../premises/model.ts'
import { RecordLink } from '../RecordLink.tsx'
import { editorOf } from './editing.ts'
import { NamedRecordField } from './NamedRecordField.tsx'
import { worded } from './options.ts'
import { RecordForm } from './RecordForm.tsx'

export function FacilityForm({
  premises,
  facility,
}: {
  readonly premises: Premises
  readonly facility: Facility
}) {
  const editor = editorOf({ table: 'facility' }, facility.evidence)
  return (
    <>
      <RecordForm
        editor={editor}
        fields={[
          { kind: 'text', field: 'name', value: facility.name, required: true },
          { kind: 'text', field: 'address', value: facility.address },
          { kind: 'text', field: 'headName', value: facility.headName },
          {
            kind: 'choice',
            field: 'groundFloorName',
            value: facility.groundFloorName ?? 'tang1',
            options: worded('groundFloorName', ['tang1', 'tret']),
          },
          {
            kind: 'choice',
            field: 'confidentiality',
            value: facility.confidentiality ?? 'none',
            options: worded('confidentiality', ['none', 'confidential', 'secret']),
          },
        ]}
      />
      <div className="fields">
        <NamedRecordField
          premises={premises}
          editor={editor}
          table="organisations"
          field="organisationId"
          id={facility.organisationId}
        />
      </div>
      <ul className="links">
        {Object.values(premises.buildings).map((building) => (
          <li key={building.id}>
            <RecordLink record={{ table: 'buildings', id: building.id }}>{building.name}</RecordLink>
          </li>
        ))}
      </ul>
    </>
  )
}
