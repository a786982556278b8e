package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OdcsExportTest {

  @Test
  void contractIsWrittenInTheWordsOfTheStandard() {
    TableContract contract =
        ContractParser.parse(
            "deal.json",
            """
            {"layer": "silver", "name": "deal", "description": "One deal.", "owner": "data engineering",
             "mode": "replace", "zone": "hr", "key": ["deal_id"], "retention": "P18M",
             "columns": [
               {"name": "deal_id", "type": "STRING", "required": true, "description": "Id.", "pattern": "D\\\\d+", "example": "D1"},
               {"name": "amount", "type": "DECIMAL(18,2)", "pii": "indirect", "description": "Worth.", "unit": "EUR", "min": "0"},
               {"name": "tags", "type": "ARRAY<STRING>", "description": "Tags.", "allowed": ["1", "b"]}],
             "checks": [{"name": "worth", "expr": "amount > 0", "message": "worth nothing"}]}
            """);

    assertThat(OdcsExport.yaml(contract))
        .isEqualTo(
            """
            apiVersion: v3.0.2
            kind: DataContract
            id: eacb03d9-e24b-3320-bf31-79acf4d99035
            name: silver.deal
            version: 0.1.0+%s
            status: active
            domain: people analytics
            dataProduct: evenhand
            description:
              purpose: One deal.
            tags:
            - silver
            - hr
            schema:
            - name: deal
              physicalName: silver.deal
              logicalType: object
              physicalType: table
              description: One deal.
              dataGranularityDescription: One deal.
              properties:
              - name: deal_id
                logicalType: string
                physicalType: STRING
                description: Id.
                required: true
                primaryKey: true
                primaryKeyPosition: 1
                logicalTypeOptions:
                  pattern: D\\d+
                examples:
                - D1
              - name: amount
                logicalType: number
                physicalType: "DECIMAL(18,2)"
                description: Worth.
                required: false
                classification: indirect
                logicalTypeOptions:
                  minimum: 0
                customProperties:
                - property: unit
                  value: EUR
              - name: tags
                logicalType: array
                physicalType: ARRAY<STRING>
                description: Tags.
                required: false
                items:
                  name: item
                  logicalType: string
                  physicalType: STRING
                quality:
                - name: tags_allowed
                  type: sql
                  description: "only 1, b"
                  dimension: conformity
                  severity: error
                  query: "SELECT count(*) FROM ${table} WHERE (size(array_except(`tags`, array('1', 'b'))) = 0) IS FALSE"
                  mustBe: 0
              quality:
              - name: worth
                type: sql
                description: worth nothing
                dimension: conformity
                severity: error
                query: "SELECT count(*) FROM ${table} WHERE (amount > 0) IS FALSE"
                mustBe: 0
            team:
            - name: data engineering
              role: owner
            slaProperties:
            - property: retention
              value: 540
              unit: d
            customProperties:
            - property: mode
              value: replace
            - property: zone
              value: hr
            """
                .formatted(Sha256.of(ContractJson.write(contract)).substring(0, 8)));
  }

  @Test
  void everyContractBecomesOneFile(@TempDir Path directory) throws IOException {
    List<Path> files = OdcsExport.writeAll(Contracts.bundled(), directory);

    assertThat(files)
        .hasSameSizeAs(Contracts.bundled().all())
        .contains(directory.resolve("gold/fact.odcs.yaml"))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }
}
