// Contents on a disk of which every storage call in turn fails: what was answered for is whole, and what was not is never named.
#include <map>

#include "store/content.h"
#include "store/testing/simulated_disk.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class ContentTrial {
 public:
  /// True when the trouble came.
  bool run(Trouble trouble, std::int64_t call) {
    {
      const auto store = open();  // the tables are there before anything goes wrong
      disk.plan(trouble, call);
      work(*store);
    }
    const bool came = disk.calls() >= call;
    SeededRandom losses(static_cast<std::uint64_t>(call));
    disk.power_cycle(losses);
    disk.plan(Trouble::none, 0);
    expect_sound();
    return came;
  }

 private:
  std::unique_ptr<Store> open() {
    StoreOptions options;
    options.database = "sqlite:" + (directory.path() / "laoyou.db").string() + "?vfs=simulated&checkpoint_pages=12";
    static const TemporaryDirectory keys;
    options.key_file = keys.path() / "laoyou.key";
    options.make_new = true;
    options.readers = 1;
    clock.advance_milliseconds(1000);
    return Store::open(options, clock, random, content_tables());
  }
  static std::string bytes_of(int number) { return std::string(static_cast<std::size_t>(k_content_part_bytes) * static_cast<std::size_t>(number) / 2 + 10, static_cast<char>('a' + number)); }

  void put(Store& store, int number) {
    const std::string bytes = bytes_of(number);
    Contents contents(store);
    try {
      const KeptContent kept = contents.keep({static_cast<std::int64_t>(bytes.size()), [&](std::int64_t offset, std::int64_t size) {
                                                return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
                                              }});
      const WriteOutcome outcome = store.write({}, [&](Writing& writing) -> Result<void> { return contents.settle(writing, kept) ? Result<void>() : refuse("store.duplicate"); });
      if (outcome.done()) promised[number] = kept.id;
    } catch (const StoreFailure&) {
    }
  }
  void take_out(Store& store, int number) {
    const auto found = promised.find(number);
    if (found == promised.end()) return;
    const std::int64_t id = found->second;
    promised.erase(found);  // from now on it may be there or not
    try {
      static_cast<void>(store.write({}, [&](Writing& writing) -> Result<void> {
        Contents::let_go(writing, {id});
        return {};
      }).result());
      Contents(store).erase(id);
    } catch (const StoreFailure&) {
    }
  }
  void work(Store& store) {
    put(store, 1);
    put(store, 3);
    take_out(store, 1);
    put(store, 2);
  }
  void expect_sound() {
    const auto store = open();
    const Verification found = store->verify();
    EXPECT_TRUE(found.intact()) << found.refusal().code;
    Contents contents(*store);
    for (const auto& [number, id] : promised) {
      const auto content = contents.find({id});
      ASSERT_TRUE(content) << "content " << number << " was answered for";
      EXPECT_TRUE(contents.whole(*content) == bytes_of(number));
    }
    clock.advance_milliseconds(1000);
    contents.sweep(clock.now());
    std::int64_t parts = 0;
    for (const Content& content : store->read([](Snapshot& snapshot) { return snapshot.select<Content>(Scope::country()); })) {
      parts += content.parts;
      EXPECT_NO_THROW(contents.whole(content)) << "a row names what is not there";
    }
    EXPECT_EQ(store->read([](Snapshot& snapshot) { return snapshot.count<ContentPart>(Scope::country()); }), parts) << "something nobody names is left";
  }

  TemporaryDirectory directory;
  SimulatedDisk disk{"simulated"};
  ManualClock clock{Instant{1'795'000'000'000}};
  SeededRandom random{11};
  std::map<int, std::int64_t> promised;
};

class AContentOnAFailingDisk : public testing::TestWithParam<Trouble> {};
INSTANTIATE_TEST_SUITE_P(Store, AContentOnAFailingDisk, testing::Values(Trouble::disk_error, Trouble::disk_full, Trouble::power_cut), [](const auto& parameter) {
  return parameter.param == Trouble::disk_error ? "disk_error" : parameter.param == Trouble::disk_full ? "disk_full" : "power_cut";
});

TEST_P(AContentOnAFailingDisk, is_whole_or_not_there_whichever_storage_call_fails) {
  // A part is written in hundreds of calls alike: every call at first, then one in 41, which still meets each step.
  constexpr std::int64_t k_each_one = 20, k_step = 41;
  std::int64_t call = 1;
  for (; !HasFailure(); call += call < k_each_one ? 1 : k_step) {
    SCOPED_TRACE("storage call " + std::to_string(call));
    if (!ContentTrial().run(GetParam(), call)) break;
  }
  RecordProperty("storage_calls", static_cast<int>(call));
  EXPECT_GT(call, 200);
}

}  // namespace
}  // namespace laoyou::store
