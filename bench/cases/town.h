// A server's rooms on a database of its own, and what the measures have in common.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "app/house.h"
#include "cases/route_kit.h"
#include "registry/institution.h"
#include "store/store.h"

namespace laoyou::bench {

using Steady = std::chrono::steady_clock;

double seconds_since(Steady::time_point begun);
/// Of all threads of this program: what stays the same on a machine that others use too.
double processor_seconds();

extern const RegionCode k_district;

struct Town {
  SystemClock clock;
  SecureRandom random;
  plan::RunningPlans& plans;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<app::House> house;
  std::unique_ptr<cases::Desk> desk;
  registry::Institution place;

  /// `database`: an address as `laoyou --database` takes it.
  Town(plan::RunningPlans& running, const std::string& database, const std::string& key_file);
  /// A case of the filing of a childcare place as its applicant has filled it in.
  cases::OpenCase draft();
  cases::ProcedurePtr filing() const { return cases::find_procedure(*desk, "nursery_filing", k_district); }
};

http::Caller caller(std::int64_t account, std::string role, std::optional<powers::Owner> owner);

/// Runs `count` commands, so many in flight; how long it took until all are durable. `command` gets the number of its case.
template <class Command>
double run_all(store::Store& store, std::size_t count, std::size_t in_flight, Command command) {
  std::mutex mutex;
  std::condition_variable room;
  std::size_t flying = 0, refused = 0;
  const auto begun = Steady::now();
  for (std::size_t i = 0; i < count; ++i) {
    {
      std::unique_lock lock(mutex);
      room.wait(lock, [&] { return flying < in_flight; });
      ++flying;
    }
    store.write(
        store::Actor{1, "bench", ""}, [&command, i](store::Writing& writing) -> Result<void> { return command(writing, i); },
        [&](const store::WriteOutcome& outcome) {
          const std::lock_guard lock(mutex);
          refused += outcome.done() ? 0 : 1;
          --flying;
          room.notify_all();
        });
  }
  std::unique_lock lock(mutex);
  room.wait(lock, [&] { return flying == 0; });
  if (refused > 0) std::printf("    %zu refused\n", refused);
  return seconds_since(begun);
}

// One file each: the measures. Every one prints its lines.

/// Openings and steps of so many cases.
void measure_steps(Town& town, std::size_t cases);
/// So many cases whose time to supply is over, stored in bulk.
void fill_due_cases(Town& town, std::size_t count);
/// Lets them pass.
void measure_terms(Town& town, std::size_t count);
/// The same in a program that is killed again and again, begun anew each time: `program` is this one. Each term is to have passed once.
void measure_terms_across_kills(plan::RunningPlans& plans, const std::string& database, const std::string& key_file, const std::string& program, std::size_t count);
/// In that program: says "begun" once the town stands, then lets time pass.
int let_time_pass_to_be_killed(const std::string& database, const std::string& key_file);
/// The worklist among so many cases, through the door.
void measure_worklist(Town& town, std::size_t cases);

}  // namespace laoyou::bench
