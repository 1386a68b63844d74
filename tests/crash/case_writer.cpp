// Opens cases and acts on them from 64 threads for ever; prints what it has been answered for. It is there to be killed.
//
//   case_writer DIRECTORY        lines: "CASE EVENT" once the event is durable
#include <thread>

#include "act_on_case.h"
#include "filing_town.h"
#include "killed_writer.h"

namespace {

using namespace laoyou;

void work_for_ever(crash::CaseTown& town, std::int64_t account) {
  const http::Caller head = crash::caller(account, "institution_head", crash::k_district), health = crash::caller(9'001, "health_commission", crash::k_district),
                     fire = crash::caller(9'002, "fire_rescue", crash::k_district);
  for (;;) {
    std::int64_t id = 0;
    CHECK(town.store().write(store::Actor{account, "web", ""}, [&](store::Writing& writing) -> Result<void> { id = crash::open_filing(town, writing, account); return {}; }).done());
    crash::promise(id, crash::act_on_case(town, head, id, procedures::Act::submit, "", ""));
    crash::promise(id, crash::act_on_case(town, health, id, procedures::Act::decide, "receive", "accept"));
    crash::promise(id, crash::act_on_case(town, health, id, procedures::Act::decide, "health", "conforms"));
    crash::promise(id, crash::act_on_case(town, fire, id, procedures::Act::decide, "safety", "conforms"));
  }
}

}  // namespace

int main(int argc, char** argv) {
  CHECK(argc == 2);
  crash::CaseTown town(argv[1], crash::filing_needs());
  std::vector<std::thread> threads;
  for (std::int64_t account = 1; account <= 64; ++account) threads.emplace_back([&town, account] { work_for_ever(town, account); });
  for (std::thread& thread : threads) thread.join();
}
