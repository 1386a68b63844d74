// Long work keeps its promises on both databases: asked for once, done once, stopped when told, and never half done.
#include <gmock/gmock.h>

#include <fstream>
#include <future>

#include "jobs/room.h"
#include "store/failure.h"
#include "store/testing/store_fixture.h"

namespace laoyou::jobs {
namespace {

using store::database_name;
using store::DatabaseKind;
using store::OnBothDatabases;
using store::Scope;
using testing::HasSubstr;

constexpr std::chrono::seconds k_patience{30};

/// A server on the fixture's database, with its jobs.
struct AServer {
  AServer(store::StoreOptions options, Clock& clock, Random& random, std::filesystem::path files)
      : store(store::Store::open(std::move(options), clock, random, all_tables())),
        follower(*store),
        jobs({*store, clock, random, [](std::int64_t) { return std::string("甲"); }, [](std::int64_t, std::int64_t) {}}, follower),
        directory(std::move(files)) {}
  ~AServer() {
    follower.stop();
    jobs.stop();
  }
  static std::vector<store::TableDefinition> all_tables() {
    std::vector<store::TableDefinition> tables = jobs::tables();
    tables.push_back(store::table<store::Resident>());
    tables.push_back(store::follower_table());
    return tables;
  }
  void start(bool schedules = false) {
    follower.start();
    jobs.start({.directory = directory, .workers = 2, .schedules = schedules});
  }
  void kind(std::string code, std::function<CheckedResult<void>(JobWork&)> work, bool again = true) {
    jobs.add(JobKind{std::move(code), [](const Job&) { return http::Summary{"活", "Work"}; }, {}, std::move(work), again});
  }
  std::vector<Job> rows() {
    return store->read([](store::Snapshot& snapshot) { return snapshot.select<Job>(Scope::country(), store::Filter().order_by("id")); });
  }
  Job row(std::int64_t id) {
    return store->read([&](store::Snapshot& snapshot) { return snapshot.find(Scope::country(), Id<Job>{id}).value(); });
  }
  Job wait_for_end(std::int64_t id) {
    for (const auto until = std::chrono::steady_clock::now() + k_patience; std::chrono::steady_clock::now() < until; std::this_thread::sleep_for(std::chrono::milliseconds(5)))
      if (Job job = row(id); ended(job.state)) return job;
    ADD_FAILURE() << "the job does not end";
    return row(id);
  }

  std::unique_ptr<store::Store> store;
  store::Follower follower;
  Jobs jobs;
  std::filesystem::path directory;
};

class AJob : public OnBothDatabases {
 protected:
  AJob() { store::describe_test_records(); }
  std::unique_ptr<AServer> server(const char* files = "jobs") { return std::make_unique<AServer>(options, clock, random, directory.path() / files); }
  static store::Acting clerk(std::string_view place = "450203000000") {
    return {store::Actor{7, "web", "request-1"}, Scope(region(place)), powers::Powers{powers::Power::people_write}};
  }
};
RUN_ON_BOTH_DATABASES(AJob);

TEST_P(AJob, RunsWithTheRightsOfWhoAskedAndKeepsWhatItFound) {
  const auto here = server();
  here->kind("test.look", [](JobWork& work) -> CheckedResult<void> {
    EXPECT_EQ(work.acting().scope.region().text(), "450203000000");
    EXPECT_EQ(work.acting().powers, powers::Powers{powers::Power::people_write});
    EXPECT_EQ(work.acting().actor.account, 7);
    work.phase("looking", 2);
    work.outcome(R"({"seen":)" + work.input().value() + "}");
    work.result("结果.csv", "text/csv").write(std::string(300'000, 'x'));
    return {};
  });
  here->start();
  const Job asked = here->jobs.ask({"test.look", clerk(), "{}", "42"}).value();
  const Job job = here->wait_for_end(asked.id.number);
  EXPECT_EQ(job.state, JobState::done);
  EXPECT_EQ(job.phase, "looking");
  EXPECT_EQ(job.result_bytes, 300'000);
  const ResultFiles files(here->directory, options.cipher, random);
  EXPECT_EQ(files.read(job.file_key, job.outcome_file).value(), R"({"seen":42})");
  EXPECT_EQ(files.read(job.file_key, job.result_file).value(), std::string(300'000, 'x'));
}

TEST_P(AJob, FailsWithItsRefusalsOrWithNothingOfOurMistakes) {
  const auto here = server();
  here->kind("test.refuse", [](JobWork&) -> CheckedResult<void> { return Refusals{at("行 2 列 A", refuse("date.malformed", {"x"}))}; });
  here->kind("test.throw", [](JobWork&) -> CheckedResult<void> { throw std::runtime_error("13800000000"); });
  here->start();
  const Job refused = here->wait_for_end(here->jobs.ask({"test.refuse", clerk()}).value().id.number);
  EXPECT_EQ(refused.state, JobState::failed);
  EXPECT_EQ(refusals_of(refused), Refusals{at("行 2 列 A", refuse("date.malformed", {"x"}))});
  const Job thrown = here->wait_for_end(here->jobs.ask({"test.throw", clerk()}).value().id.number);
  EXPECT_EQ(thrown.state, JobState::failed);
  EXPECT_EQ(refusals_of(thrown).front().code, "jobs.failed");
  EXPECT_THAT(thrown.refusals, testing::Not(HasSubstr("138")));
}

TEST_P(AJob, StopsWhenItIsToldTo) {
  const auto here = server();
  std::promise<void> begun;
  here->kind("test.long", [&](JobWork& work) -> CheckedResult<void> {
    work.phase("waiting");
    begun.set_value();
    for (std::int64_t i = 0;; ++i) {
      work.report(i, 0);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  });
  here->start();
  const Job asked = here->jobs.ask({"test.long", clerk()}).value();
  begun.get_future().wait();
  JobRows rows(*here->store, "another server");
  ASSERT_TRUE(rows.cancel(clerk(), asked.id.number));
  EXPECT_EQ(here->wait_for_end(asked.id.number).state, JobState::cancelled);
  EXPECT_FALSE(rows.cancel(clerk("450204000000"), asked.id.number).has_value()) << "outside of the scope";
}

TEST_P(AJob, IsCancelledWhileItWaitsWithoutEverRunning) {
  const auto here = server();
  std::promise<void> release;
  auto released = release.get_future().share();
  std::atomic<int> runs = 0;
  here->kind("test.hold", [&, released](JobWork&) -> CheckedResult<void> {
    ++runs;
    released.wait();
    return {};
  });
  here->start();
  std::vector<std::int64_t> ids;
  for (int i = 0; i < 3; ++i) ids.push_back(here->jobs.ask({"test.hold", clerk()}).value().id.number);
  while (runs < 2) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  JobRows rows(*here->store, "another server");
  EXPECT_EQ(rows.cancel(clerk(), ids[2]).value().state, JobState::cancelled);
  release.set_value();
  for (const std::int64_t id : ids) here->wait_for_end(id);
  EXPECT_EQ(runs, 2);
}

TEST_P(AJob, WhatItWritesAndItsEndAreStoredTogether) {
  const auto here = server();
  const store::Resident made = resident(*here->store, "450203000000", "甲", "13800000000");
  here->kind("test.write", [&](JobWork& work) -> CheckedResult<void> {
    const Result<void> first = work.write_last([&](store::Writing& writing) -> Result<void> {
      writing.insert(made);
      return refuse("scope.outside");
    });
    EXPECT_FALSE(first.has_value());
    work.outcome("1");
    EXPECT_TRUE(work.write_last([&](store::Writing& writing) -> Result<void> {
      writing.insert(made);
      return {};
    }));
    return Refusals{refuse("jobs.failed")};  // too late: it has ended
  });
  here->start();
  const Job job = here->wait_for_end(here->jobs.ask({"test.write", clerk()}).value().id.number);
  EXPECT_EQ(job.state, JobState::done);
  EXPECT_EQ(all(*here->store).size(), 1u);
}

TEST_P(AJob, OfAServerThatDiedIsBegunAgainOrSaidToBeInterrupted) {
  Job again, never;
  {
    const auto dying = server();
    // What kill -9 leaves: rows that run, and nobody at them.
    JobRows rows(*dying->store, "dead");
    Job job;
    job.region = region("450203000000");
    job.account = 7;
    job.kind = "test.again";
    again = rows.add(clerk(), job).value();
    job.kind = "test.never";
    never = rows.add(clerk(), job).value();
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(rows.claim([](const Job&) { return true; }));
  }
  clock.advance_milliseconds(k_lease_ms + 1);
  const auto here = server();
  here->kind("test.again", [](JobWork&) -> CheckedResult<void> { return {}; });
  here->kind("test.never", [](JobWork&) -> CheckedResult<void> { return {}; }, false);
  here->start();
  EXPECT_EQ(here->wait_for_end(again.id.number).state, JobState::done);
  EXPECT_EQ(here->row(again.id.number).attempts, 2);
  const Job interrupted = here->wait_for_end(never.id.number);
  EXPECT_EQ(interrupted.state, JobState::interrupted);
  EXPECT_EQ(refusals_of(interrupted).front().code, "jobs.interrupted");
}

TEST_P(AJob, ThatEndsItsServerEachTimeIsGivenUp) {
  const auto here = server();
  JobRows rows(*here->store, "dead");
  Job job;
  job.kind = "test.deadly";
  job.account = 7;
  job.region = region("450203000000");
  const Job asked = rows.add(clerk(), job).value();
  for (int i = 0; i < k_attempts_max; ++i) {
    ASSERT_TRUE(rows.claim([](const Job&) { return true; })) << i;
    rows.recover([](const Job&) { return true; }, [](std::int64_t) { return false; }, true);
  }
  EXPECT_EQ(here->row(asked.id.number).state, JobState::interrupted);
  EXPECT_EQ(refusals_of(here->row(asked.id.number)).front().code, "jobs.gave_up");
}

TEST_P(AJob, OfAServerThatLivesIsLeftToIt) {
  const auto here = server();
  JobRows other(*here->store, "other"), mine(*here->store, "mine");
  Job job;
  job.kind = "test.work";
  const Job asked = other.add(store::Acting::system(""), job).value();
  ASSERT_TRUE(other.claim([](const Job&) { return true; }));
  const auto again = [](const Job&) { return true; };
  const auto nothing_live = [](std::int64_t) { return false; };
  mine.recover(again, nothing_live, false);
  EXPECT_EQ(here->row(asked.id.number).state, JobState::running);
  EXPECT_EQ(mine.end(asked.id.number, {}).error().code, "jobs.not_ours");
  clock.advance_milliseconds(k_lease_ms + 1);
  mine.recover(again, nothing_live, false);
  EXPECT_EQ(here->row(asked.id.number).state, JobState::queued);
  EXPECT_EQ(other.end(asked.id.number, {}).error().code, "jobs.not_ours") << "whoever was taken for dead may not end it any more";
}

TEST_P(AJob, AnOrderlyStopPutsItBackWithoutCountingIt) {
  std::int64_t id = 0;
  {
    const auto stopping = server();
    std::promise<void> begun;
    stopping->kind("test.long", [&](JobWork& work) -> CheckedResult<void> {
      work.phase("waiting");
      begun.set_value();
      for (;;) work.report(0, 0);
    });
    stopping->start();
    id = stopping->jobs.ask({"test.long", clerk()}).value().id.number;
    begun.get_future().wait();
    stopping->follower.stop();
    stopping->jobs.stop();
    EXPECT_EQ(stopping->row(id).state, JobState::queued);
    EXPECT_EQ(stopping->row(id).attempts, 0);
  }
  const auto here = server();
  here->kind("test.long", [](JobWork&) -> CheckedResult<void> { return {}; });
  here->start();
  EXPECT_EQ(here->wait_for_end(id).state, JobState::done);
}

TEST_P(AJob, OneAccountCannotFillTheQueue) {
  const auto here = server();
  here->kind("test.work", [](JobWork&) -> CheckedResult<void> { return {}; });
  JobRows rows(*here->store, "idle");
  Job job;
  job.kind = "test.work";
  job.account = 7;
  job.region = region("450203000000");
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(rows.add(clerk(), job)) << i;
  EXPECT_EQ(rows.add(clerk(), job).error().code, "jobs.too_many");
  job.account = 8;
  EXPECT_TRUE(rows.add(clerk(), job));
}

TEST_P(AJob, FilesGoWhenTheirTimeIsOver) {
  const auto here = server();
  here->kind("test.file", [](JobWork& work) -> CheckedResult<void> {
    work.result("a.csv", "text/csv").write("a");
    return {};
  });
  here->start();
  const Job job = here->wait_for_end(here->jobs.ask({"test.file", clerk(), "", "input"}).value().id.number);
  const ResultFiles files(here->directory, options.cipher, random);
  ASSERT_TRUE(files.has(job.result_file));
  clock.advance_milliseconds(k_files_kept_ms - 1'000);
  here->wait_for_end(here->jobs.ask({"jobs.clear", store::Acting::system("")}).value().id.number);
  EXPECT_TRUE(files.has(job.result_file));
  clock.advance_milliseconds(2'000);
  here->wait_for_end(here->jobs.ask({"jobs.clear", store::Acting::system("")}).value().id.number);
  EXPECT_FALSE(files.has(job.result_file));
  EXPECT_FALSE(files.has(job.input_file));
  EXPECT_TRUE(here->row(job.id.number).files_gone);
}

TEST_P(AJob, AScheduleIsAskedForOnceADay) {
  std::atomic<int> runs = 0;
  const auto daily = [&](AServer& each) {
    each.kind("test.daily", [&](JobWork&) -> CheckedResult<void> {
      ++runs;
      return {};
    });
    each.jobs.add(Schedule{"daily", "test.daily", 3});
    each.start(true);
  };
  const auto here = server();
  std::unique_ptr<AServer> there;
  daily(*here);
  // Only PostgreSQL takes a second server.
  if (GetParam() == store::DatabaseKind::postgresql) {
    options.node = 1;
    daily(*(there = server("jobs_there")));
  }
  const auto asked = [&] {
    int count = 0;
    for (const Job& job : here->rows()) count += job.schedule == "daily" && job.state == JobState::done;
    return count;
  };
  const auto wait_for = [&](int count) {
    for (const auto until = std::chrono::steady_clock::now() + k_patience; asked() < count && std::chrono::steady_clock::now() < until;) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  };
  wait_for(1);
  for (int day = 2; day <= 3; ++day) {
    clock.advance_milliseconds(24 * 3'600'000);
    wait_for(day);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(1'200));  // more than a look of each server
  EXPECT_EQ(asked(), 3);
  EXPECT_EQ(runs, 3);
}

TEST(ASchedule, IsDueAtItsHourInBeijing) {
  const Schedule schedule{"daily", "", 3};
  const auto due = [&](const char* now) { return last_due(schedule, Instant::parse(now).value()).text(); };
  EXPECT_EQ(due("2026-11-28T19:00:00.000Z"), "2026-11-28T19:00:00.000Z");
  EXPECT_EQ(due("2026-11-28T18:59:59.999Z"), "2026-11-27T19:00:00.000Z");
  EXPECT_EQ(due("2026-11-29T18:00:00.000Z"), "2026-11-28T19:00:00.000Z");
}

TEST(AResultFile, IsSealedAndTellsWhatWasCutOffOrMoved) {
  const store::TemporaryDirectory directory;
  SecureRandom random;
  for (const auto suite : {store::CipherSuite::sodium, store::CipherSuite::national}) {
    const ResultFiles files(directory.path() / "files", suite, random);
    const std::string key = new_file_key(random);
    const std::string text = "王小明" + std::string(200'000, 'x');
    const std::string name = files.keep(key, text), empty = files.keep(key, "");
    EXPECT_EQ(files.read(key, name).value(), text);
    EXPECT_EQ(files.read(key, empty).value(), "");
    const std::filesystem::path path = directory.path() / "files" / name;
    std::string stored(std::filesystem::file_size(path), ' ');
    std::ifstream(path, std::ios::binary).read(stored.data(), static_cast<std::streamsize>(stored.size()));
    EXPECT_EQ(stored.find("王小明"), std::string::npos);
    EXPECT_EQ(files.read(new_file_key(random), name).error().code, "jobs.file_damaged");
    std::filesystem::copy_file(path, directory.path() / "files" / "abc");
    EXPECT_EQ(files.read(key, "abc").error().code, "jobs.file_damaged");
    std::filesystem::remove(directory.path() / "files" / "abc");
    // Cut between two pieces, as a copy that stopped midway would be.
    std::filesystem::resize_file(path, 4 + 64 * 1024 + (stored.size() - text.size() - 4 * 4) / 4);
    EXPECT_EQ(files.read(key, name).error().code, "jobs.file_damaged");
    EXPECT_EQ(files.read(key, "../laoyou.key").error().code, "jobs.file_not_here");
  }
}

TEST(AResultFile, ThatWasNotFinishedIsNotThere) {
  const store::TemporaryDirectory directory;
  SecureRandom random;
  const ResultFiles files(directory.path(), store::CipherSuite::sodium, random);
  { files.create(new_file_key(random))->write(std::string(100'000, 'x')); }
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
}

}  // namespace
}  // namespace laoyou::jobs
