#include "app/demo_offices.h"

#include "registry/institution.h"

namespace laoyou::app {
namespace {

using accounts::Unit;
using powers::OfficeKind;

struct Office {
  std::string name, display_name, role;
  Unit unit;
};

Unit unit_of(RegionCode region, std::string name, OfficeKind kind) {
  Unit unit;
  unit.region = region;
  unit.name = std::move(name);
  unit.kind = kind;
  return unit;
}

/// The first made-up record of the district; nothing where there is none.
template <class T>
std::optional<T> first_made_up(store::Store& store, RegionCode district, store::Filter filter) {
  filter.equals("synthetic", true).order_by("id");
  return store.read([&](store::Snapshot& snapshot) { return snapshot.first<T>(store::Scope(district), filter); });
}

std::vector<Office> offices(store::Store& store, const plan::Library& library) {
  const RegionCode district = RegionCode::parse("450203000000").value();
  std::vector<Office> all;
  const auto home = first_made_up<registry::Institution>(store, district, store::Filter().equals("kind", registry::InstitutionKind::elderly_home));
  if (home) {
    Unit unit = unit_of(home->region, home->name, OfficeKind::institution);
    unit.institution = home->id;
    all.push_back({"yufeng-home", "演示机构负责人", "institution_head", std::move(unit)});
  }
  const auto nursery = first_made_up<registry::Institution>(store, district, store::Filter().equals("kind", registry::InstitutionKind::nursery));
  if (nursery) {
    Unit unit = unit_of(nursery->region, nursery->name, OfficeKind::institution);
    unit.institution = nursery->id;
    all.push_back({"yufeng-nursery", "演示托育负责人", "institution_head", std::move(unit)});
  }
  // The departments that decide cases of the district.
  all.push_back({"yufeng-health", "演示卫健经办人", "health_commission", unit_of(district, "鱼峰区卫生健康局", OfficeKind::department)});
  all.push_back({"yufeng-civil", "演示民政经办人", "county_civil_affairs", unit_of(district, "鱼峰区民政局", OfficeKind::department)});
  all.push_back({"yufeng-fire", "演示消防经办人", "fire_rescue", unit_of(district, "鱼峰区消防救援大队", OfficeKind::department)});
  all.push_back({"yufeng-market", "演示市场监管经办人", "market_supervision", unit_of(district, "鱼峰区市场监督管理局", OfficeKind::department)});
  // Finance decides about subsidy runs where a month of payments is made up (demo_subsidies.h).
  all.push_back({"karamay-finance", "演示财政经办人", "finance", unit_of(RegionCode::parse("650200000000").value(), "克拉玛依市财政局", OfficeKind::department)});
  if (const auto resident = first_made_up<registry::Resident>(store, district, {})) {
    Unit unit = unit_of(resident->region, resident->name + "家", OfficeKind::family);
    unit.household = resident->id;
    all.push_back({"yufeng-family", "演示家庭代表", "family", std::move(unit)});
  }
  const auto streets = library.regions.children(district);
  if (streets.empty()) return all;
  all.push_back({"yufeng-street", "演示街道经办人", "street_clerk", unit_of(streets.front().code, streets.front().name, OfficeKind::street)});
  const auto villages = library.regions.children(streets.front().code);
  if (!villages.empty()) all.push_back({"yufeng-village", "演示社区经办人", "village_clerk", unit_of(villages.front().code, villages.front().name, OfficeKind::village)});
  return all;
}

Result<void> keep_unit(store::Store& store, const store::Actor& actor, Unit& unit) {
  const store::WriteOutcome outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    unit.id = writing.new_id<Unit>();
    writing.insert(unit);
    return {};
  });
  return outcome.result();
}

}  // namespace

Result<std::vector<DemoOfficeAccount>> fill_offices(store::Store& store, accounts::Accounts& accounts, const store::Actor& actor, const plan::Library& library,
                                                    const std::string& password) {
  std::vector<DemoOfficeAccount> made;
  for (Office& office : offices(store, library)) {
    // A folder of plans may do without these roles.
    if (accounts.exists(office.name) || library.find_role(office.role, office.unit.region) == nullptr) continue;
    if (const Result<void> kept = keep_unit(store, actor, office.unit); !kept) return kept.error();
    const auto account = accounts.create(actor, {office.name, office.display_name, office.role, office.unit.region, std::nullopt, password, office.unit.id});
    if (!account) return account.error();
    made.push_back({office.name, office.role, office.unit.region});
  }
  return made;
}

}  // namespace laoyou::app
