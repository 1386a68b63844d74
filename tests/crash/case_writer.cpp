// Opens cases and acts on them from 64 threads for ever; prints what it has been answered for. It is there to be killed.
//
//   case_writer DIRECTORY        lines: "CASE EVENT" once the event is durable
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "case_town.h"

namespace {

using namespace laoyou;

/// One write(2) a line: what the pipe has taken survives us.
void tell(std::int64_t id, const std::string& event) {
  const std::string line = std::to_string(id) + " " + event + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
}

http::Caller caller(std::int64_t account, std::string role) {
  http::Caller made;
  made.account = account;
  made.role = std::move(role);
  made.powers = powers::Powers::all();
  made.scope = crash::k_district;
  return made;
}

void act(crash::CaseTown& town, const http::Caller& who, std::int64_t id, procedures::Act act, const std::string& part, const std::string& decision) {
  cases::ActRequest request;
  request.event.id = record::Leaf<procedures::Act>::to_json_text(act) + part;
  request.event.act = act;
  request.event.part = part;
  request.event.decision = decision;
  const auto outcome = town.store().write(store::Actor{who.account, "web", ""}, [&](store::Writing& writing) -> Result<void> {
    const auto done = cases::perform(town.desk(), writing, who, id, request);
    if (done) return {};
    return done.error().front();
  });
  CHECK(outcome.done());
  tell(id, request.event.id);
}

void work_for_ever(crash::CaseTown& town, std::int64_t account) {
  const http::Caller head = caller(account, "institution_head"), health = caller(9'001, "health_commission"), fire = caller(9'002, "fire_rescue");
  for (;;) {
    std::int64_t id = 0;
    CHECK(town.store().write(store::Actor{account, "web", ""}, [&](store::Writing& writing) -> Result<void> { id = town.open_case(writing, account); return {}; }).done());
    act(town, head, id, procedures::Act::submit, "", "");
    act(town, health, id, procedures::Act::decide, "receive", "accept");
    act(town, health, id, procedures::Act::decide, "health", "conforms");
    act(town, fire, id, procedures::Act::decide, "safety", "conforms");
  }
}

}  // namespace

int main(int argc, char** argv) {
  CHECK(argc == 2);
  crash::CaseTown town(argv[1]);
  std::vector<std::thread> threads;
  for (std::int64_t account = 1; account <= 64; ++account) threads.emplace_back([&town, account] { work_for_ever(town, account); });
  for (std::thread& thread : threads) thread.join();
}
