// The API document and the dictionary, held against the routes and records of the house.
#include <gmock/gmock.h>

#include <set>

#include "accounts/api_token.h"
#include "app/running_house_test.h"
#include "app/store_options.h"
#include "assessments/requests.h"
#include "audit/records.h"
#include "benefits/answers.h"
#include "benefits/requests.h"
#include "budgets/requests.h"
#include "cases/records.h"
#include "collection/file_field.h"
#include "collection/sheet_jobs.h"
#include "collection/sheet_mapping.h"
#include "draws/requests.h"
#include "evaluation/requests.h"
#include "exchange/requests.h"
#include "feeds/answers.h"
#include "feeds/desk.h"
#include "feeds/feed.h"
#include "feeds/records.h"
#include "feeds/task_answers.h"
#include "files/records.h"
#include "funds/answers.h"
#include "funds/differences.h"
#include "funds/records.h"
#include "jobs/answers.h"
#include "ledger/records.h"
#include "mail/records.h"
#include "mail/requests.h"
#include "notices/place.h"
#include "notices/requests.h"
#include "papers/requests.h"
#include "plan/answers/requests.h"
#include "plan/bundles/bundle_record.h"
#include "plan/circulars/circular_record.h"
#include "plan/folder/arrangement_records.h"
#include "plan/folder/payment_records.h"
#include "plan/folder/register_field_row.h"
#include "plan/indicators/kept_computed.h"
#include "plan/signing/report_record.h"
#include "plan/signing/report_requests.h"
#include "planning/answers/answers.h"
#include "planning/answers/change.h"
#include "planning/answers/measure_answers.h"
#include "planning/estates/estates.h"
#include "planning/maps/keep_map.h"
#include "planning/routes/requests.h"
#include "planning/siting/siting.h"
#include "planning/travel.h"
#include "powers/role.h"
#include "prices/requests.h"
#include "procedures/event.h"
#include "procedures/form.h"
#include "procedures/length.h"
#include "procedures/state.h"
#include "procedures/working_day.h"
#include "record/dictionary.h"
#include "record/enum_leaf.h"
#include "record/extension.h"
#include "registry/child_health_event.h"
#include "registry/consent.h"
#include "registry/contact.h"
#include "registry/device.h"
#include "registry/facts.h"
#include "registry/household.h"
#include "registry/institution.h"
#include "registry/construction_step.h"
#include "registry/place_parts.h"
#include "registry/residence.h"
#include "registry/resident.h"
#include "registry/service.h"
#include "registry/staff_parts.h"
#include "registry/standing.h"
#include "registry/stay.h"
#include "webhooks/requests.h"
#include "standard_addresses/requests.h"
#include "whatif/groups.h"
#include "whatif/levers.h"
#include "whatif/proposal.h"
#include "whatif/requests.h"
#include "whatif/years.h"

namespace laoyou::app {
namespace {

boost::json::object document_of(RunningHouse& house) { return boost::json::parse(house.nobody().get("/openapi.json").body).as_object(); }

/// Every text under "$ref", wherever it stands.
void collect_references(const boost::json::value& value, std::set<std::string>& found) {
  if (const auto* object = value.if_object())
    for (const auto& member : *object) {
      if (member.key() == "$ref") found.insert(member.value().as_string().c_str());
      collect_references(member.value(), found);
    }
  if (const auto* array = value.if_array())
    for (const auto& each : *array) collect_references(each, found);
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// The dictionary rows that something needs.
class MetRows {
 public:
  void meet_field(std::string_view record, std::string_view field) {
    const record::DictionaryEntry* row = record::dictionary().find(record, field);
    EXPECT_NE(row, nullptr) << record << "." << field << " has no row in dictionary.csv";
    met_.insert(row);
    records_.insert(std::string(record));
  }
  /// A record with everything inside it.
  template <class T>
  void meet() {
    if constexpr (record::IsOptional<T>::value || record::IsVector<T>::value) {
      meet<typename T::value_type>();
    } else if constexpr (record::DescribedEnum<T>) {
      for (const std::string& value : record::enum_values<T>()) meet_field(record::enum_name<T>(), value);
    } else if constexpr (record::Described<T>) {
      record::for_each_member<T>([&](std::size_t, std::string_view name, auto pointer) {
        meet_field(record::record_name<T>(), name);
        meet<typename record::MemberOf<decltype(pointer)>::Type>();
      });
    }
  }
  void meet_table(const store::TableDefinition& table) {
    records_.insert(table.name);
    for (const record::ShownColumn& column : table.shown) met_.insert(column.entry);
  }
  /// The row of a whole record (field `*`, its least privacy class) is used by each of its fields.
  bool has(const record::DictionaryEntry* row) const { return row->field == "*" ? records_.contains(row->record) : met_.contains(row); }

 private:
  std::set<const record::DictionaryEntry*> met_;
  std::set<std::string> records_;
};

template <class... T>
void meet_all(MetRows& rows) {
  (rows.meet<T>(), ...);
}

}  // namespace

TEST(ApiDocument, EveryRouteIsInItAndNothingElse) {
  RunningHouse house;
  std::set<std::string> routes{"get /health", "get /metrics", "get /openapi.json"}, listed;
  for (const auto& route : http::describe_routes(house.routes())) routes.insert(lower(std::string(http::text(route.verb))) + " " + route.path);
  const auto document = document_of(house);
  for (const auto& path : document.at("paths").as_object())
    for (const auto& verb : path.value().as_object()) listed.insert(std::string(verb.key()) + " " + std::string(path.key()));
  EXPECT_EQ(listed, routes);
}

TEST(ApiDocument, EveryReferenceLeadsToASchema) {
  RunningHouse house;
  const boost::json::value document = document_of(house);
  std::set<std::string> references;
  collect_references(document, references);
  EXPECT_GT(references.size(), 30u);
  for (const std::string& reference : references) {
    boost::system::error_code error;
    EXPECT_NE(document.find_pointer(reference.substr(1), error), nullptr) << reference;
  }
}

TEST(ApiDocument, EveryOperationHasANameOfItsOwnAndEveryPathFieldIsAParameter) {
  RunningHouse house;
  std::set<std::string> names;
  const auto document = document_of(house);
  EXPECT_EQ(document.at("openapi"), "3.1.0");
  for (const auto& path : document.at("paths").as_object()) {
    for (const auto& verb : path.value().as_object()) {
      const auto& operation = verb.value().as_object();
      EXPECT_TRUE(names.insert(operation.at("operationId").as_string().c_str()).second) << operation.at("operationId");
      EXPECT_FALSE(operation.at("responses").as_object().empty());
      std::size_t in_path = 0;
      if (const auto* parameters = operation.if_contains("parameters"))
        for (const auto& parameter : parameters->as_array()) in_path += parameter.at("in") == "path";
      EXPECT_EQ(in_path, static_cast<std::size_t>(std::count(path.key().begin(), path.key().end(), '{'))) << std::string(path.key());
    }
  }
}

TEST(ApiDocument, NoSecretStandsInASchema) {
  RunningHouse house;
  const auto schemas = document_of(house).at("components").at("schemas").as_object();
  for (const auto& schema : schemas)
    if (const auto* properties = schema.value().as_object().if_contains("properties"))
      for (const auto& property : properties->as_object()) {
        const auto* row = record::dictionary().find(std::string(schema.key()), std::string(property.key()));
        EXPECT_TRUE(row == nullptr || row->privacy != record::Privacy::secret) << std::string(schema.key()) << "." << std::string(property.key());
      }
}

TEST(Dictionary, EveryDescribedFieldHasARowAndEveryRowOfTheHouseIsUsed) {
  RunningHouse house;
  MetRows rows;
  const auto document = document_of(house);
  for (const auto& schema : document.at("components").at("schemas").as_object()) {
    // What is made of a register's fields at run time is the register's own record, met below; a procedure says itself what its file says.
    if (schema.key() == "problem" || schema.key().starts_with("register_") || schema.key().starts_with("shown_procedure")) continue;
    for (const auto& property : schema.value().at("properties").as_object()) {
      // No member of C++ can be called so: it is joined to the page, with the words of an event's case (CasePage::schema).
      const bool joined = schema.key() == "case_page" && property.key() == "case";
      rows.meet_field(joined ? "case_event" : std::string(schema.key()), joined ? "of_case" : std::string(property.key()));
    }
  }
  for (const store::TableDefinition& table : all_tables()) rows.meet_table(table);
  meet_all<powers::Power, powers::OfficeKind, powers::Role, registry::Relation, accounts::CreateTokenRequest>(rows);
  meet_all<accounts::SignInRequest, accounts::Me, accounts::ChangePasswordRequest, accounts::TotpOffer, accounts::TotpCodeRequest, accounts::TotpRemoveRequest,
           accounts::ListAccountsRequest, accounts::AccountList, accounts::CreateAccountRequest, accounts::UpdateAccountRequest, accounts::ResetPasswordRequest>(rows);
  meet_all<plan::Head, plan::Measure, plan::PlanState, plan::Clause, plan::Unit, plan::Figure, plan::Indicator, plan::Task, plan::Milestone, plan::Project, plan::Policy, plan::Standard, plan::AddedRegion,
           plan::PlacedTile, plan::Instrument>(rows);
  meet_all<plan::IndicatorDetail, plan::TaskList, plan::ClauseList, plan::ReadingTemplateRequest, plan::ReadingSheetRow, plan::RegionAnswer>(rows);
  meet_all<registry::RegisterKind, registry::Institution, registry::Bed, registry::Slot, registry::Staff, registry::Locality, registry::Development, registry::Construction,
           registry::FundUse, registry::Resident, registry::Assessment, registry::Visit, registry::ServiceOrder, registry::HomeAdaptation, registry::Training>(rows);
  meet_all<plan::BodyKind, plan::PostRole, plan::DocumentRelation, plan::RegisterField, plan::FieldMask, plan::FieldPrivacy, record::ExtensionKind>(rows);
  meet_all<procedures::Act, procedures::PartState, procedures::Phase, procedures::State, procedures::Stop, procedures::DayKind, procedures::WorkingDay, procedures::LengthUnit,
           procedures::Mark, procedures::FieldKind, procedures::FieldPrivacy>(rows);
  meet_all<registry::CertificateKind, registry::ClassKind, registry::ConsentPurpose, registry::DeviceKind, registry::HouseholdKind, registry::OfferKind, registry::PermitKind,
           registry::PricePer, registry::ResidenceKind, registry::StandingKind, registry::StayKind>(rows);
  meet_all<collection::DayForm, collection::FileKind, collection::SheetJobArguments, files::FileRequest, files::FileUpload, files::FilesRequest, jobs::JobListRequest,
           jobs::JobRefusal, jobs::JobState>(rows);
  meet_all<audit::JournalAction, audit::JournalRequest, audit::JournalExportRequest, audit::JournalSheetRow, mail::DigestState, mail::MailAddressRequest,
           papers::IssuePaperRequest, papers::PaperCodeRequest>(rows);
  meet_all<notices::DelegateRequest, notices::SnoozeRequest, notices::NoticesRequest, notices::InboxRequest, notices::InboxAddressee, notices::InboxView, notices::Group,
           notices::Importance>(rows);
  meet_all<assessments::Occasion, assessments::AssessmentForm, assessments::AssessmentStart, assessments::SendRequest, assessments::ShownForms>(rows);
  meet_all<ledger::Unit, ledger::Limit, ledger::TransferKind, ledger::Standing, budgets::MovementKind, budgets::BudgetListRequest, budgets::BudgetLineRequest, budgets::NewBudgetLine,
           budgets::NewMovement, prices::PriceTestRequest>(rows);
  meet_all<cases::CaseDocumentRequest, cases::PublicationKind>(rows);
  meet_all<draws::DrawHash, draws::DrawState, draws::ListDrawsRequest, draws::NewDrawRequest, draws::ReplaceRequest, draws::RunDrawRequest>(rows);
  meet_all<benefits::FactKind, benefits::FindRequest, benefits::RegisteredRequest, benefits::Verdict, benefits::WorklistRequest>(rows);
  meet_all<evaluation::AnswerRequest, evaluation::EvaluationsRequest, evaluation::OpenRoundRequest, evaluation::PlaceRequest, evaluation::PlaceScores, evaluation::PlaceState,
           evaluation::PlaceStepRequest, evaluation::PlaceWordsRequest, evaluation::PublishRequest, evaluation::ReviewRequest, evaluation::RoundRequest, evaluation::RoundState,
           evaluation::RoundStepRequest, evaluation::SaveReportRequest, plan::ScoredBy>(rows);
  meet_all<exchange::DataValuesRequest, exchange::ExchangeForm, exchange::TakeValuesRequest, exchange::ValuesFrom>(rows);
  meet_all<funds::ActOnRunRequest, funds::DecideHoldRequest, funds::HoldState, funds::PaymentState, funds::Reason, funds::RunAct, funds::RunJob,
           funds::RunState, funds::StartRunRequest>(rows);
  meet_all<ledger::LedgerTransfer>(rows);
  meet_all<plan::BankColumn, plan::BankField, plan::BankFormat, plan::BundleHead, plan::BundleValue, plan::IssueCircularRequest, plan::KeepReport, plan::PaidSubsidy,
           plan::PaymentCheck, plan::ReportState, plan::SubmitReportRequest, plan::TrustBundlesRequest>(rows);
  meet_all<planning::ChangeKind, planning::JobIdRequest, planning::MapBundle, planning::MapFormat, planning::NeedRequest, planning::PeopleGroup,
           planning::PlaceFault, planning::PlaceUnit, planning::Robustness, planning::ScenarioUpdate, planning::SitingCandidates, planning::SitingObjective,
           planning::SitingRequest, planning::TileRequest, planning::TravelWay>(rows);
  meet_all<whatif::CarryRequest, whatif::CompareRequest, whatif::DifferenceRequest, whatif::GroupsRequest, whatif::LeverKind, whatif::LineKind,
           whatif::NewProposalRequest, whatif::ProposalState>(rows);
  meet_all<feeds::DecideRequest, feeds::DeliveryJob, feeds::DeliveryState, feeds::Feed, feeds::FeedRecordsRequest, feeds::PersonDecision, feeds::PersonTaskKind,
           feeds::PersonTaskState, feeds::RecordFlag, feeds::RowOutcome, feeds::SendDeliveryRequest, feeds::SendRowsRequest>(rows);
  meet_all<planning::EstateSpace, planning::EstateState, planning::MeasureOutcome, registry::ChildHealthKind, webhooks::NewWebhook, webhooks::WebhookRequest,
           whatif::YearsRequest>(rows);
  meet_all<standard_addresses::AddressCertainty, standard_addresses::AddressDoubt, standard_addresses::AddressOwner, standard_addresses::AddressSearchRequest, standard_addresses::AddressUse, standard_addresses::DecideMatch,
           standard_addresses::MatchesRequest, standard_addresses::MatchReport>(rows);
  meet_all<plan::EstateStandard, plan::NeedRatio, plan::PeopleForecast, plan::PlaceKind, plan::ReachLimit, plan::ReachMeasure, plan::TravelSpeed>(rows);
  meet_all<http::PaperFormat, planning::MapPaperFormat, registry::ConstructionStepKind>(rows);
  for (const record::DictionaryEntry* row : record::dictionary().entries())
    EXPECT_TRUE(row->record == "*" || rows.has(row)) << "nothing uses the row " << row->record << "," << row->field;
}

}  // namespace laoyou::app
