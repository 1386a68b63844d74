// The rooms that cases need, on a database that is killed: both programs must mean the same.
#pragma once

#include <fstream>
#include <sstream>

#include "cases/perform.h"
#include "files/records.h"
#include "notices/room.h"
#include "notices/tell.h"
#include "procedures/check_procedure.h"
#include "registry/collections.h"
#include "registry/facts.h"
#include "registry/institution.h"

namespace laoyou::crash {

inline const RegionCode k_district = RegionCode::parse("450203000000").value();

class CaseTown {
 public:
  explicit CaseTown(const std::filesystem::path& directory) : registers_(registry::collections()) {
    store::StoreOptions options;
    options.database = "sqlite:" + (directory / "laoyou.db").string() + "?checkpoint_pages=64";
    options.key_file = directory / "laoyou.key";
    std::vector<store::TableDefinition> tables = cases::tables();
    const auto add = [&](std::vector<store::TableDefinition> more) {
      for (store::TableDefinition& table : more) tables.push_back(std::move(table));
    };
    add(files::tables());
    add(notices::tables());
    for (const collection::Collection& each : registers_.all()) tables.push_back(each.table);
    store_ = store::Store::open(options, clock_, random_, std::move(tables));
    files_.emplace(files::Services{*store_, registers_, [](std::int64_t) { return std::string("账号"); }, random_});
    desk_ = std::make_unique<cases::Desk>(services());
  }

  store::Store& store() { return *store_; }
  cases::Desk& desk() { return *desk_; }

  /// A case of the filing of a childcare place that only this case names, with its papers, as a draft.
  std::int64_t open_case(store::Writing& writing, std::int64_t account) {
    registry::Institution place{writing.new_id<registry::Institution>(), 0, k_district, "小树苗托育中心"};
    writing.insert(place);
    cases::OpenCase open{{}, procedure_, {}, {}, {}};
    open.file.id = writing.new_id<cases::CaseFile>();
    open.file.region = open.state.region = k_district;
    open.file.number = std::to_string(open.file.id.number);
    open.file.procedure = procedure_->key;
    open.file.procedure_version = procedure_->version;
    open.file.opened_by = account;
    open.file.opened = writing.now();
    open.values = boost::json::object{{"place", std::to_string(place.id.number)}, {"operated_by", "nonprofit"}, {"head_name", "王园长"}, {"head_phone", "13800000000"}, {"floor_area", 320}, {"leased", false},
                                      {"forms_of_care", boost::json::array{"full_day"}}, {"slots", 60}, {"serves_meals", false}};
    for (const char* paper : {"registration", "premises_proof", "staff_certificates", "hygiene_report", "fire_certificate", "commitment"}) {
      files::File file;
      file.id = writing.new_id<files::File>();
      file.region = k_district;
      file.record = "case_file";
      file.record_id = open.file.id.number;
      file.field = paper;
      file.name = "paper.pdf";
      file.uploaded_at = writing.now();
      writing.insert(file);
    }
    cases::store_case(*desk_, writing, open, true);
    return open.file.id.number;
  }

 private:
  cases::Services services() {
    std::ifstream file("plans/national/procedures/nursery_filing.yaml");
    std::stringstream text;
    text << file.rdbuf();
    auto read = procedures::read_again("nursery_filing.yaml", text.str(), registry::facts_schema());
    CHECK(read.has_value());
    procedure_ = std::make_shared<const procedures::Procedure>(std::move(*read));
    const auto calendar = std::make_shared<const procedures::Calendar>();
    const auto tell = [](store::Writing& writing, const cases::Telling& telling) {
      const auto to = telling.account > 0 ? notices::Addressee::account(telling.account) : notices::Addressee::holders(telling.power.value_or(powers::Power::places_read));
      notices::tell(writing, {{"notice.case_moved", notices::Importance::message}, notices::cause("case_file", telling.case_id), telling.event_id, to, telling.region, {}, {}, "/cases"});
    };
    return {*store_,
            random_,
            registers_.all(),
            registry::facts_schema(),
            [this](RegionCode) { return std::vector<cases::ProcedurePtr>{procedure_}; },
            [calendar] { return calendar; },
            [](RegionCode) { return std::string("鱼峰区"); },
            [](RegionCode) { return std::vector<std::pair<RegionCode, std::string>>(); },
            [](std::int64_t) { return std::string("账号"); },
            tell,
            *files_,
            [](const store::Snapshot&, RegionCode, const std::vector<std::string>&, std::optional<std::int64_t>) { return std::vector<cases::ActingUnit>(); },
            [] { return std::string(); }};
  }

  SystemClock clock_;
  SecureRandom random_;
  collection::Registers registers_;
  cases::ProcedurePtr procedure_;
  std::unique_ptr<store::Store> store_;
  std::optional<files::Services> files_;
  std::unique_ptr<cases::Desk> desk_;
};

}  // namespace laoyou::crash
