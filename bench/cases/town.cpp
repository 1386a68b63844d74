#include "town.h"

#include <ctime>

#include "app/store_options.h"
#include "plan/stack/register_field.h"

namespace laoyou::bench {

namespace json = boost::json;

double seconds_since(Steady::time_point begun) { return std::chrono::duration<double>(Steady::now() - begun).count(); }

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

const RegionCode k_district = RegionCode::parse("450203000000").value();

Town::Town(plan::RunningPlans& running, const std::string& database, const std::string& key_file) : plans(running) {
  store::StoreOptions options;
  options.database = database;
  options.key_file = key_file;
  store = store::Store::open(options, clock, random, app::all_tables(plan::extensions(*plans.current())));
  house = std::make_unique<app::House>(*store, plans, clock, random, accounts::PasswordCost::least);
  desk = std::make_unique<cases::Desk>(house->case_services());
  place.id.number = store->new_id();
  place.region = k_district;
  place.name = "小树苗托育中心";
  CHECK(store->write({0, "command", ""}, [&](store::Writing& writing) -> Result<void> { writing.insert(place); return {}; }).done());
}

http::Caller caller(std::int64_t account, std::string role, std::optional<powers::Owner> owner) {
  http::Caller made;
  made.account = account;
  made.role = std::move(role);
  made.powers = powers::Powers::all();
  made.scope = k_district;
  made.owner = owner;
  return made;
}

cases::OpenCase Town::draft() {
  const cases::ProcedurePtr procedure = filing();
  cases::OpenCase open{{}, procedure, {}, {}, {}};
  open.file.region = open.state.region = k_district;
  open.file.procedure = procedure->key;
  open.file.procedure_version = procedure->version;
  open.file.opened_by = 1;
  open.file.institution = place.id.number;
  open.file.code = "12345678";
  open.file.number = cases::new_number(random, k_district, Date::parse("2026-11-29").value()) + std::to_string(random_token(random, 4).size()) + random_token(random, 4);
  open.values = json::object{{"place", std::to_string(place.id.number)}, {"operated_by", "nonprofit"}, {"head_name", "王园长"}, {"head_phone", "13800000000"}, {"floor_area", 320}, {"leased", false},
                             {"forms_of_care", json::array{"full_day"}}, {"slots", 60}, {"serves_meals", false}};
  return open;
}

}  // namespace laoyou::bench
