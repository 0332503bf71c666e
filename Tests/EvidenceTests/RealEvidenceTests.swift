import Arithmetic
import Domain
import Evidence
import TestSupport
import Testing

/// The service inventory of Canada's federal institutions, which people made, not we.
@Suite struct RealEvidenceTests {
    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `the service inventory is read whole`() throws {
        let services = try text("canada-services/input/services.csv")
        let standards = try text("canada-services/input/service_standards.csv")
        let bodies = Set(
            (slowRecords(Array(services.utf8)) ?? []).dropFirst().map { $0[1] }
                + (slowRecords(Array(standards.utf8)) ?? []).dropFirst().map { $0[1] })
        let rows = bodies.map { "b\(String(decoding: $0, as: UTF8.self)),department\n" }.sorted()

        let read = Example.read(
            [
                "datapackage.json": Self.descriptor,
                "bodies.csv": "id,kind\n" + rows.joined(),
                "services.csv": services.replacing(#/(?m)^(\d{4}-\d{4}),/#) { "\($0.output.1),b" },
                "standards.csv": standards.replacing(#/(?m)^(\d{4}-\d{4}),/#) {
                    "\($0.output.1),b"
                },
            ], schema: Self.schema)

        let evidence = try #require(read.evidence, "\(lines(read.log))")
        #expect(evidence.tables[0].count == 1686)
        #expect(evidence.tables[1].count == 2332)
        #expect(evidence.bodies.count == 78)
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Folders.sharedData(name), as: UTF8.self)
            .replacing("org_id", with: "body")
    }

    private static let schema = EvidenceSchema(
        periodForm: PeriodForm(.fiscalYear, beginsInMonth: 4) ?? .year,
        periodColumn: "fiscal_yr", inputs: [],
        tables: [
            TableSchema(
                id: "services", key: ["service_id"], parent: nil,
                fields: [
                    Field(id: "os_application", type: .code(["Y", "N", "NA"])),
                    Field(id: "last_service_improvement", type: .period, isOptional: true),
                ]),
            TableSchema(
                id: "standards", key: ["service_standard_id"], parent: 0,
                fields: [
                    Field(id: "target", type: .share, isOptional: true),
                    Field(id: "performance", type: .share, isOptional: true, greatest: Fixed(10)),
                    Field(id: "target_met", type: .code(["Y", "N", "NA"])),
                ]),
        ])
    private static let descriptor = """
        {"apparatus": {"methodology": "a/b", "status": "published",
                       "markers": {"no-data": ["NA"]}},
         "resources": [
        {"name": "b", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
        {"name": "s", "path": "services.csv", "apparatus": {"role": "records", "table": "services",
         "ignore": ["department_en", "department_fr", "service_name_en", "service_name_fr",
         "service_type", "service_recipient_type", "service_scope",
         "client_feedback_channel", "os_account_registration", "os_authentication",
         "os_decision", "os_issuance", "os_issue_resolution_feedback",
         "last_service_review", "num_phone_enquiries", "num_applications_by_phone",
         "num_website_visits", "num_applications_online",
         "num_applications_in_person", "num_applications_by_mail",
         "num_applications_by_email", "num_applications_by_fax",
         "num_applications_by_other", "num_applications_total", "program_id"]}},
        {"name": "t", "path": "standards.csv", "apparatus": {"role": "records",
         "table": "standards", "ignore": ["department_en", "department_fr", "service_standard_en", "service_standard_fr",
         "type", "channel", "volume_meeting_target", "total_volume"]}}]}
        """
}
