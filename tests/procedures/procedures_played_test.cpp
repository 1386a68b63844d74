// Every procedure of the plans, played over the routes from application to end: first as the examples of its own file say, then wherever the file leads
// that no example went, until every branch was taken.
#include <gmock/gmock.h>

#include "budgets/lines.h"
#include "funds/records.h"
#include "playing.h"
#include "registry/institution.h"
#include "registry/locality.h"
#include "registry/resident.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_password = "right-horse-7";

/// Villages whose cases run by the procedures of these plans.
constexpr std::array<std::string_view, 5> k_villages{"450203001001", "522301001001", "532502001001", "650203001001", "210102001002"};

class Played : public OnBothDatabases {
 protected:
  /// Somebody of that role at that place, signed in once.
  const Visitor& somebody(const std::string& role, RegionCode region) {
    const std::string name = role + "-" + region.text();
    const auto found = visitors_.find(name);
    if (found != visitors_.end()) return found->second;
    accounts::CreateAccountRequest request{name, name, role, region, std::nullopt, std::string(k_password)};
    request.unit = unit_for(role, region);
    EXPECT_TRUE(house.house().accounts().create({0, "command", ""}, request).has_value()) << name;
    return visitors_.emplace(name, Visitor(house.port(), name, k_password)).first->second;
  }

  /// The unit that a role is for, if it is for some kind alone.
  std::optional<Id<accounts::Unit>> unit_for(const std::string& code_of_role, RegionCode region) {
    const auto library = real_plans().current();
    const powers::Role* role = library->find_role(code_of_role, region);
    if (role == nullptr || !role->unit_kind) return std::nullopt;
    accounts::Unit unit{{house.store().new_id()}, 0, region, code_of_role, *role->unit_kind, std::nullopt};
    if (unit.kind == powers::OfficeKind::institution) unit.institution = place_;
    if (unit.kind == powers::OfficeKind::family) unit.household = person_;
    EXPECT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(unit); return {}; }).done());
    return unit.id;
  }

  Rows rows_at(RegionCode region) {
    registry::Institution place;
    place.id = place_ = {house.store().new_id()};
    place.region = region;
    place.name = "示例机构";
    registry::Resident person;
    person.id = person_ = {house.store().new_id()};
    person.region = region;
    person.name = "张三丰";
    registry::Bed bed;
    bed.id = {house.store().new_id()};
    bed.region = region;
    bed.institution = place.id;
    registry::Development estate;
    estate.id = {house.store().new_id()};
    estate.region = region;
    estate.name = "示例小区";
    estate.households = 800;
    const auto all = [&](store::Writing& writing) -> Result<void> {
      writing.insert(place);
      writing.insert(person);
      writing.insert(bed);
      writing.insert(estate);
      return {};
    };
    EXPECT_TRUE(house.store().write({0, "command", ""}, all).done());
    const auto text = [](const auto& id) { return std::to_string(id.number); };
    return {{"institution", text(place.id)}, {"resident", text(person.id)}, {"bed", text(bed.id)}, {"development", text(estate.id)}};
  }

  /// The public door lets one address in thirty times: then the next comes through a door of its own.
  Visitor nobody() {
    constexpr int k_times = 25;
    if (times_++ % k_times == 0) {
      http::ServerOptions serving;
      serving.threads = 1;
      doors_.push_back(std::make_unique<http::Server>(serving, http::ServerParts{clock_, random_parts_, house.house().accounts().authenticator(), log_, house.routes(), {}}));
      doors_.back()->start();
    }
    return Visitor(doors_.back()->port());
  }

  /// A construction that no case has reported on yet: what one says of its days binds the next.
  void begin_construction(FormFiller& filler, RegionCode region) {
    registry::Construction project;
    project.id = {house.store().new_id()};
    project.region = region;
    project.project = "示例项目";
    EXPECT_TRUE(house.store().write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(project); return {}; }).done());
    filler.refer("construction", project.id.number);
  }

  /// A computed subsidy run that no case has decided about yet, with money for it.
  void begin_run(FormFiller& filler, RegionCode region) {
    funds::SubsidyRun run;
    run.id = {house.store().new_id()};
    run.region = region;
    run.plan = "national";
    run.subsidy = "example_" + std::to_string(run.id.number);
    run.name = "示例批次";
    run.period = Period::parse("2026-10").value();
    run.state = funds::RunState::draft;
    run.paid = 3;
    run.held = 1;
    run.total = Fen::create(30'000).value();
    run.made_at = clock_.now();
    budgets::BudgetLine line;
    line.region = region;
    line.year = 2026;
    line.key = line.name = run.subsidy;
    const auto both = [&](store::Writing& writing) -> Result<void> {
      writing.insert(run);
      const auto opened = budgets::open_line(writing, house.house().ledger(), line, 100'000, "示例");
      return opened ? Result<void>() : Result<void>(opened.error());
    };
    EXPECT_TRUE(house.store().write({0, "command", ""}, both).done());
    filler.refer("subsidy_run", run.id.number);
  }

  /// Rows that a case takes up for itself, made anew for each.
  void begin_rows(FormFiller& filler, const procedures::Procedure& procedure, RegionCode region) {
    begin_construction(filler, region);
    if (procedure.decides_about) begin_run(filler, region);
  }

  /// The branches that no way led to.
  Branches play(cases::Desk& desk, FormFiller& filler, const procedures::Procedure& procedure, RegionCode region) {
    Branches left = branches_of(procedure);
    const auto take = [&](Playing& playing, const std::string& wrong, const std::string& which) {
      EXPECT_EQ(wrong, "") << procedure.layer << "/" << procedure.key << " " << which;
      for (const std::string& branch : playing.played()) left.erase(branch);
      ++walks_;
    };
    const Playing::Somebody who = [&](const std::string& role, RegionCode place) -> const Visitor& { return somebody(role, place); };
    for (const procedures::ExampleWalk& example : procedure.examples) {
      begin_rows(filler, procedure, region);
      Playing playing(house, check_, desk, filler, procedure, example, region, who, [this] { return nobody(); });
      take(playing, playing.run(), example.place);
    }
    constexpr int k_walks_at_most = 40;
    for (int walk = 0; walk < k_walks_at_most && !left.empty(); ++walk) {
      const procedures::ExampleWalk& example = procedure.examples[static_cast<std::size_t>(walk) % procedure.examples.size()];
      begin_rows(filler, procedure, region);
      Playing playing(house, check_, desk, filler, procedure, example, region, who, [this] { return nobody(); });
      take(playing, playing.wander(left, random_), "from " + example.place);
    }
    return left;
  }

  ~Played() override {
    for (const auto& door : doors_) door->stop();
    for (const auto& door : doors_) door->wait();
  }
  SystemClock clock_;
  SecureRandom random_parts_;
  http::Log log_{clock_, http::LogTarget::nowhere};
  std::vector<std::unique_ptr<http::Server>> doors_;
  int times_ = 0;
  std::mt19937 random_{1};
  AnswerCheck check_{house};
  std::size_t walks_ = 0;
  Id<registry::Institution> place_;
  Id<registry::Resident> person_;

  std::map<std::string, Visitor> visitors_;
};

TEST_P(Played, EveryProcedureIsPlayedOverTheRoutesAlongEveryBranchOfItsFile) {
  cases::Desk desk(house.house().case_services());
  const char* only = std::getenv("LAOYOU_PROCEDURE");  // one alone, for who writes it
  std::set<std::string> played;
  std::size_t branches = 0;
  for (const std::string_view village : k_villages) {
    const RegionCode region = code(village);
    FormFiller filler(desk, house.store(), rows_at(region));
    for (const cases::ProcedurePtr& procedure : desk.services.procedures(region)) {
      if ((only != nullptr && procedure->key != only) || !played.insert(procedure->layer + "/" + procedure->key).second) continue;
      // PostgreSQL, where every act waits for a server of its own, takes one of three.
      if (GetParam() == Database::postgresql && only == nullptr && played.size() % 3 != 0) continue;
      EXPECT_THAT(play(desk, filler, *procedure, region), testing::IsEmpty()) << procedure->layer << "/" << procedure->key;
      branches += branches_of(*procedure).size();
    }
  }
  if (only == nullptr) EXPECT_GE(played.size(), 41u);
  std::printf("%zu procedures known, %zu branches, %zu cases\n", played.size(), branches, walks_);
}

RUN_ON_BOTH_DATABASES(Played);

}  // namespace
}  // namespace laoyou::app
