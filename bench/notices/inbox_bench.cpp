// A city's notices in one database, and the inboxes of a clerk, a street, a county and the city: the first page, a page deep inside, and the counts.
//
//   inbox_bench [NOTICES [sqlite:FILE | postgresql://…]]
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/check.h"
#include "notices/acts.h"
#include "notices/inbox.h"
#include "notices/room.h"
#include "notices/tell.h"
#include "store/store.h"
#include "store/testing/temporary_directory.h"

namespace {

using namespace laoyou;
using notices::Addressee;
using Steady = std::chrono::steady_clock;
using powers::Power;

constexpr double k_limit_ms = 50;  ///< what a page of the console may take on the server

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// Of seven counties with ten streets each.
RegionCode street(std::int64_t i) { return RegionCode::parse("4502" + two_digits(2 + i % 7) + "0" + two_digits(1 + i / 7 % 10) + "000").value(); }

/// Most go to a power where the matter lies, some to one of 500 accounts or 100 units.
notices::Told told(std::int64_t i, Date today) {
  constexpr notices::Kind k_task{"notice.task_due", notices::Importance::dated}, k_letter{"notice.value_removed", notices::Importance::message};
  const bool dated = i % 3 == 0;
  const Addressee to = i % 10 < 6 ? Addressee::holders(i % 2 == 0 ? Power::values_report : Power::services_write)
                       : i % 10 < 8 ? Addressee::account(1 + i % 500)
                                    : Addressee::unit(1 + i % 100);
  return {dated ? k_task : k_letter, "bench:" + std::to_string(i), "", to, street(i), {"a", "b", "c", "d"}, {}, "/plans",
          dated ? std::optional(today.plus_days(static_cast<int>(i % 60) - 20)) : std::nullopt};
}

void fill(store::Store& store, std::int64_t count, Date today) {
  constexpr std::int64_t k_at_once = 5000;
  for (std::int64_t from = 0; from < count; from += k_at_once) {
    const auto command = [&](store::Writing& writing) -> Result<void> {
      for (std::int64_t i = from; i < std::min(count, from + k_at_once); ++i) notices::tell(writing, told(i, today));
      return {};
    };
    CHECK(store.write({0, "bench", ""}, command).done());
  }
}

http::Caller reader(std::int64_t account, std::string_view region, powers::Powers powers) {
  http::Caller caller;
  caller.account = account;
  caller.unit = 1 + account % 100;
  caller.scope = RegionCode::parse(region).value();
  caller.powers = powers;
  return caller;
}

/// The median of so many turns, in milliseconds.
template <class F>
double median_ms(F&& work) {
  constexpr int k_turns = 9;
  std::vector<double> turns;
  for (int i = 0; i < k_turns; ++i) {
    const auto start = Steady::now();
    work();
    turns.push_back(std::chrono::duration<double, std::milli>(Steady::now() - start).count());
  }
  std::nth_element(turns.begin(), turns.begin() + k_turns / 2, turns.end());
  return turns[k_turns / 2];
}

void measure(store::Store& store, const char* who, const http::Caller& caller, Date today) {
  const auto inbox = [&](auto&& ask) { return store.read([&](store::Snapshot& snapshot) { return ask(notices::Inbox(snapshot, caller, today)); }); };
  notices::Wanted deep;
  for (int i = 0; i < 20; ++i) deep.after = inbox([&](const notices::Inbox& box) { return box.page(deep).after; });
  const notices::InboxCounts counts = inbox([](const notices::Inbox& box) { return box.counts(); });
  const double first = median_ms([&] { inbox([](const notices::Inbox& box) { return box.page({}).rows.size(); }); });
  const double later = median_ms([&] { inbox([&](const notices::Inbox& box) { return box.page(deep).rows.size(); }); });
  const double count = median_ms([&] { inbox([](const notices::Inbox& box) { return box.counts().open; }); });
  std::printf("%-28s %8lld open   first page %7.2f ms (%.2f)   page 21 %7.2f ms (%.2f)   counts %7.2f ms (%.2f)\n", who, static_cast<long long>(counts.open), first, first / k_limit_ms,
              later, later / k_limit_ms, count, count / k_limit_ms);
}

}  // namespace

int main(int words, char** word) {
  const std::int64_t count = words > 1 ? std::atoll(word[1]) : 1'000'000;
  const store::TemporaryDirectory directory;
  const SystemClock clock;
  SecureRandom random;
  store::StoreOptions options;
  options.database = words > 2 ? word[2] : "sqlite:" + (directory.path() / "laoyou.db").string();
  options.key_file = directory.path() / "laoyou.key";
  const auto store = store::Store::open(options, clock, random, notices::tables());
  const Date today = clock.now().beijing_day();
  const auto start = Steady::now();
  fill(*store, count, today);
  std::printf("%lld notices told in %.1f s; the figures in brackets are parts of %.0f ms\n", static_cast<long long>(count),
              std::chrono::duration<double>(Steady::now() - start).count(), k_limit_ms);
  const powers::Powers both{Power::values_report, Power::services_write};
  measure(*store, "a clerk without powers", reader(7, "450200000000", {}), today);
  measure(*store, "a street with two powers", reader(8, "450202001000", both), today);
  measure(*store, "a county with two powers", reader(9, "450202000000", both), today);
  measure(*store, "the city with two powers", reader(10, "450200000000", both), today);
}
