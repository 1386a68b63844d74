#include "files/records.h"
#include "town.h"

namespace laoyou::bench {
namespace {

constexpr std::size_t k_in_flight = 256;
const std::vector<std::string> k_papers{"registration", "premises_proof", "staff_certificates", "hygiene_report", "fire_certificate", "commitment"};

Result<void> act(Town& town, store::Writing& writing, const http::Caller& who, std::int64_t id, procedures::Act act, std::string part, std::string decision) {
  cases::ActRequest request;
  request.event.id = record::Leaf<procedures::Act>::to_json_text(act) + part + decision;
  request.event.act = act;
  request.event.part = std::move(part);
  request.event.decision = std::move(decision);
  const auto done = cases::perform(*town.desk, writing, who, id, std::move(request));
  if (done) return {};
  return done.error().front();
}

double plain_writes(Town& town, std::size_t count) {
  return static_cast<double>(count) / run_all(*town.store, count, k_in_flight, [&](store::Writing& writing, std::size_t i) -> Result<void> {
           registry::Institution row = town.place;
           row.id = writing.new_id<registry::Institution>();
           row.name = "机构" + std::to_string(i);
           writing.insert(row);
           return {};
         });
}

/// Papers as rows alone: what attaching costs is measured in bench/files.
void attach_papers(Town& town, const std::vector<std::int64_t>& ids) {
  run_all(*town.store, ids.size(), k_in_flight, [&](store::Writing& writing, std::size_t i) -> Result<void> {
    for (const std::string& paper : k_papers) {
      files::File file;
      file.id = writing.new_id<files::File>();
      file.region = k_district;
      file.record = "case_file";
      file.record_id = ids[i];
      file.field = paper;
      file.name = paper + ".pdf";
      file.uploaded_at = writing.now();
      writing.insert(file);
    }
    return {};
  });
}

}  // namespace

void measure_steps(Town& town, std::size_t cases) {
  const double processor_begun = processor_seconds();
  const double plain = plain_writes(town, cases);
  std::printf("  plain rows   %8.0f a second, %.0f µs of processor each\n", plain, 1e6 * (processor_seconds() - processor_begun) / static_cast<double>(cases));
  const cases::ProcedurePtr procedure = town.filing();
  std::vector<std::int64_t> ids(cases);
  const double opening = run_all(*town.store, ids.size(), k_in_flight, [&](store::Writing& writing, std::size_t i) -> Result<void> {
    cases::OpenCase open = town.draft();
    open.file.id = writing.new_id<cases::CaseFile>();
    open.file.opened = writing.now();
    ids[i] = open.file.id.number;
    cases::prefill(*town.desk, writing, open);
    cases::keep_version(town.desk->services, writing, *procedure);
    cases::store_case(*town.desk, writing, open, true);
    return {};
  });
  attach_papers(town, ids);
  const http::Caller head = caller(1, "institution_head", powers::Owner{powers::OwnerKind::institution, town.place.id.number});
  const http::Caller health = caller(2, "health_commission", std::nullopt), fire = caller(3, "fire_rescue", std::nullopt);
  double steps = 0;
  const double processor_before = processor_seconds();
  const std::int64_t rows_before = town.store->journal_head();
  const auto all = [&](const http::Caller& who, procedures::Act what, const std::string& part, const std::string& decision) {
    steps += run_all(*town.store, ids.size(), k_in_flight, [&](store::Writing& writing, std::size_t i) { return act(town, writing, who, ids[i], what, part, decision); });
  };
  all(head, procedures::Act::submit, "", "");
  all(health, procedures::Act::decide, "receive", "accept");
  all(health, procedures::Act::decide, "health", "conforms");
  all(fire, procedures::Act::decide, "safety", "conforms");
  const double count = 4 * static_cast<double>(ids.size());
  const double processor_us = 1e6 * (processor_seconds() - processor_before) / count, rows = static_cast<double>(town.store->journal_head() - rows_before) / count;
  const double per_second = 4 * static_cast<double>(ids.size()) / steps;
  std::printf("  openings     %8.0f a second (promise 1,000)\n", static_cast<double>(ids.size()) / opening);
  std::printf("  steps        %8.0f a second (promise 5,000), %.0f %% of %0.f plain durable writes\n", per_second, 100 * per_second / plain, plain);
  std::printf("               %8.0f µs of processor a step, %.1f rows written in each\n", processor_us, rows);
}

}  // namespace laoyou::bench
