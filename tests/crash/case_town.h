// The rooms that cases need, on a database that is killed: writer and checker must mean the same.
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

namespace laoyou::crash {

inline const RegionCode k_district = RegionCode::parse("450203000000").value();

/// What one procedure needs beside the rooms of cases, files, notices and registers.
struct TownNeeds {
  std::string procedure;                              ///< its file
  std::vector<collection::Collection> registers = {};
  std::vector<store::TableDefinition> tables = {};    ///< of rooms, registers left out
  std::function<Result<void>(store::Writing&, const cases::RecordAct&)> act_on_record = {};
};

class CaseTown {
 public:
  CaseTown(const std::filesystem::path& directory, TownNeeds needs) : needs_(std::move(needs)), registers_(all_registers(needs_.registers)) {
    store::StoreOptions options;
    options.database = "sqlite:" + (directory / "laoyou.db").string() + "?checkpoint_pages=64";
    options.key_file = directory / "laoyou.key";
    std::vector<store::TableDefinition> tables = cases::tables();
    const auto add = [&](std::vector<store::TableDefinition> more) {
      for (store::TableDefinition& table : more) tables.push_back(std::move(table));
    };
    add(files::tables());
    add(notices::tables());
    add(needs_.tables);
    for (const collection::Collection& each : registers_.all()) tables.push_back(each.table);
    store_ = store::Store::open(options, clock_, random_, std::move(tables));
    files_.emplace(files::Services{*store_, registers_, [](std::int64_t) { return std::string("账号"); }, random_});
    desk_ = std::make_unique<cases::Desk>(services());
  }

  store::Store& store() { return *store_; }
  cases::Desk& desk() { return *desk_; }

  /// A case with these values and papers, as a draft; its id.
  std::int64_t open_case(store::Writing& writing, std::int64_t account, boost::json::object values, const std::vector<std::string>& papers) {
    cases::OpenCase open{{}, procedure_, {}, {}, {}};
    open.file.id = writing.new_id<cases::CaseFile>();
    open.file.region = open.state.region = k_district;
    open.file.number = std::to_string(open.file.id.number);
    open.file.procedure = procedure_->key;
    open.file.procedure_version = procedure_->version;
    open.file.opened_by = account;
    open.file.opened = writing.now();
    open.values = std::move(values);
    for (const std::string& paper : papers) {
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
  static std::vector<collection::Collection> all_registers(const std::vector<collection::Collection>& more) {
    std::vector<collection::Collection> all = registry::collections();
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  cases::Services services() {
    std::ifstream file(needs_.procedure);
    std::stringstream text;
    text << file.rdbuf();
    auto read = procedures::read_again(needs_.procedure, text.str(), registry::facts_schema());
    CHECK(read.has_value());
    procedure_ = std::make_shared<const procedures::Procedure>(std::move(*read));
    const auto calendar = std::make_shared<const procedures::Calendar>();
    const auto tell = [](store::Writing& writing, const std::vector<cases::Telling>& tellings) {
      for (const cases::Telling& telling : tellings) {
        const auto to = telling.account > 0 ? notices::Addressee::account(telling.account) : notices::Addressee::holders(telling.power.value_or(powers::Power::places_read));
        notices::tell(writing, {{"notice.case_moved", notices::Importance::message}, notices::cause("case_file", telling.case_id), telling.event_id, to, telling.region, {}, {}, "/cases"});
      }
    };
    cases::Services made{*store_,
                         random_,
                         registers_.all(),
                         registry::facts_schema(),
                         {},
                         [](const std::vector<record::Extension>&) { return registry::facts_schema(); },
                         [this](RegionCode) { return std::vector<cases::ProcedurePtr>{procedure_}; },
                         [calendar] { return calendar; },
                         [](RegionCode) { return std::string("鱼峰区"); },
                         [](RegionCode) { return std::vector<std::pair<RegionCode, std::string>>(); },
                         [](std::int64_t) { return std::string("账号"); },
                         tell,
                         *files_,
                         [](const store::Snapshot&, RegionCode, const std::vector<std::string>&, std::optional<std::int64_t>) { return std::vector<cases::ActingUnit>(); },
                         [] { return std::string(); }};
    made.act_on_record = needs_.act_on_record;
    return made;
  }

  SystemClock clock_;
  SecureRandom random_;
  TownNeeds needs_;
  collection::Registers registers_;
  cases::ProcedurePtr procedure_;
  std::unique_ptr<store::Store> store_;
  std::optional<files::Services> files_;
  std::unique_ptr<cases::Desk> desk_;
};

}  // namespace laoyou::crash
