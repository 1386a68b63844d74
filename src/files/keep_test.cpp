// A record's files: who sees them, what is kept of them, what stays when something goes.
#include "files/library_test.h"
#include "store/backup.h"
#include "store/failure.h"
#include "store/restore.h"
#include "store/testing/store_fixture.h"

namespace laoyou::files {
namespace {

using store::Scope;
using store::StoreDamaged;

class Files : public store::OnBothDatabases {
 protected:
  Files() { reopen(); }
  void reopen() {
    store.reset();
    clock.advance_milliseconds(1000);
    store = store::Store::open(options, clock, random, library_tables(registers));
    services.emplace(Services{*store, registers, [](std::int64_t account) { return "账号" + std::to_string(account); }, random});
  }
  Folder folder(std::int64_t record, const store::Acting& acting = everywhere()) { return {*services, registers.all().front(), acting, record}; }
  Result<FileShown> put(std::int64_t record, const std::string& name, const std::string& bytes, const std::string& field = "papers", const store::Acting& acting = everywhere()) {
    Spool spool(directory.path(), random);
    for (std::size_t at = 0; at < bytes.size(); at += 100'003) spool.append(std::string_view(bytes).substr(at, 100'003));
    return attach(folder(record, acting), field, name, spool);
  }
  static std::string refusal(const auto& result) { return result ? "" : result.error().code; }
  std::int64_t parts() {
    return store->read([](store::Snapshot& snapshot) { return snapshot.count<store::ContentPart>(Scope::country()); });
  }
  std::string fault() {
    const store::Verification found = store->verify();
    return found.intact() ? "" : found.refusal().code;
  }

  collection::Registers registers = nurseries();
  std::unique_ptr<store::Store> store;
  std::optional<Services> services;
};
INSTANTIATE_TEST_SUITE_P(Store, Files, testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), store::database_name);

TEST_P(Files, ComeBackAsTheyWereWithWhatIsKnownOfThem) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  const Result<FileShown> photograph = put(nursery, " 大门.jpg", sample_jpeg(1600, 1200), "photographs");
  ASSERT_TRUE(photograph) << photograph.error().code;
  EXPECT_EQ(photograph->name, "大门.jpg");
  EXPECT_EQ(photograph->kind, FileKind::jpeg);
  EXPECT_EQ(photograph->width_px, 1600);
  EXPECT_EQ(photograph->uploaded_by, "账号7");
  EXPECT_TRUE(photograph->thumbnail);
  const Result<FileShown> paper = put(nursery, "章程.pdf", sample_pdf());
  ASSERT_TRUE(paper);
  reopen();
  EXPECT_EQ(list(folder(nursery))->files.size(), 2u);
  EXPECT_TRUE(hand_over(folder(nursery), paper->id)->bytes == sample_pdf());
  EXPECT_EQ(hand_over(folder(nursery), paper->id)->media_type, "application/pdf");
  EXPECT_EQ(refusal(hand_over_thumbnail(folder(nursery), paper->id)), "files.not_found");
  EXPECT_LT(hand_over_thumbnail(folder(nursery), photograph->id)->bytes.size(), 40'000u);
  EXPECT_EQ(fault(), "");
}

TEST_P(Files, AreSeenByThoseAloneWhoSeeTheirRecord) {
  const std::int64_t nursery = add_nursery(*store, "650203001001", 11), other = add_nursery(*store, "650203001001", 12);
  const Result<FileShown> file = put(nursery, "a.pdf", sample_pdf());
  const store::Acting neighbour = within("650204000000");
  store::Acting institution = within("650203000000");
  institution.scope = institution.scope.owned_by(powers::Owner{powers::OwnerKind::institution, 12});
  for (const store::Acting& stranger : {neighbour, institution}) {
    EXPECT_EQ(refusal(list(folder(nursery, stranger))), "records.not_found");
    EXPECT_EQ(refusal(hand_over(folder(nursery, stranger), file->id)), "records.not_found");
    EXPECT_EQ(refusal(take_out(folder(nursery, stranger), file->id)), "records.not_found");
    EXPECT_EQ(refusal(put(nursery, "b.pdf", sample_pdf(), "papers", stranger)), "records.not_found");
  }
  EXPECT_EQ(refusal(hand_over(folder(other), file->id)), "files.not_found") << "through another record";
  EXPECT_EQ(refusal(take_out(folder(other), file->id)), "files.not_found");
  EXPECT_EQ(refusal(put(other, "b.pdf", sample_pdf(), "papers", institution)), "") << "its own record's";
  EXPECT_EQ(list(folder(other, institution))->files.size(), 1u);
}

TEST_P(Files, SentTwiceAreThereOnce) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  const Result<FileShown> first = put(nursery, "a.jpg", sample_jpeg(), "photographs");
  EXPECT_EQ(put(nursery, "a.jpg", sample_jpeg(), "photographs")->id, first->id);
  EXPECT_EQ(list(folder(nursery))->files.size(), 1u);
}

TEST_P(Files, OfEqualBytesShareThemAndTheLastOneTakesThemAway) {
  const std::int64_t nursery = add_nursery(*store, "650203001001"), other = add_nursery(*store, "650203001001");
  const auto first = put(nursery, "a.jpg", sample_jpeg(), "photographs"), second = put(other, "b.jpg", sample_jpeg(), "photographs");
  const std::int64_t stored = parts();
  ASSERT_TRUE(take_out(folder(nursery), first->id));
  EXPECT_EQ(parts(), stored);
  EXPECT_TRUE(hand_over(folder(other), second->id));
  ASSERT_TRUE(take_out(folder(other), second->id));
  EXPECT_EQ(parts(), 0);
  EXPECT_EQ(refusal(hand_over(folder(other), second->id)), "files.not_found");
  EXPECT_EQ(fault(), "");
}

TEST_P(Files, BeyondWhatAPlaceTakesAreRefusedAndLeaveNothing) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(put(nursery, "a.jpg", sample_jpeg(100, 80, static_cast<std::uint64_t>(i)), "photographs"));
  const std::int64_t stored = parts();
  EXPECT_EQ(refusal(put(nursery, "a.jpg", sample_jpeg(100, 80, 9), "photographs")), "files.too_many");
  EXPECT_EQ(refusal(put(nursery, "a.jpg", sample_jpeg(), "elsewhere")), "files.field_unknown");
  EXPECT_EQ(refusal(put(nursery, "a.pdf", sample_jpeg())), "files.name_disagrees");
  EXPECT_EQ(refusal(put(nursery + 1, "a.jpg", sample_jpeg())), "records.not_found");
  sweep(*services, Instant{clock.now().milliseconds + 1});
  EXPECT_EQ(parts(), stored);
}

TEST_P(Files, GoWithTheirRecordAndMoveWithIt) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  const auto file = put(nursery, "a.jpg", sample_jpeg(), "photographs");
  store::Follower follower(*store);
  follow_records(*services, follower);
  follower.start();
  const auto change = [&](const store::Command& command) {
    const store::WriteOutcome outcome = store->write(everywhere(), command);
    EXPECT_TRUE(outcome.done());
    EXPECT_TRUE(follower.wait_for(outcome.journal_sequence, std::chrono::seconds(20)));
  };
  change([&](store::Writing& writing) -> Result<void> {
    Nursery moved = *writing.find(Scope::country(), Id<Nursery>{nursery});
    moved.region = place("650204001001");
    writing.update(moved);
    return {};
  });
  EXPECT_EQ(store->read([&](store::Snapshot& snapshot) { return snapshot.find(Scope::country(), file->id)->region; }), place("650204001001"));
  change([&](store::Writing& writing) -> Result<void> {
    writing.remove(Id<Nursery>{nursery});
    return {};
  });
  EXPECT_EQ(parts(), 0);
  EXPECT_EQ(fault(), "");
}

TEST_P(Files, OfARecordThatWentWhileNobodyFollowedAreSwept) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  put(nursery, "a.jpg", sample_jpeg(), "photographs").value();
  ASSERT_TRUE(store->write(everywhere(), [&](store::Writing& writing) -> Result<void> {
    writing.remove(Id<Nursery>{nursery});
    return {};
  }).done());
  EXPECT_EQ(sweep(*services, clock.now()), 1);
  EXPECT_EQ(parts(), 0);
}

TEST_P(Files, AreInTheBackupAndEachIsVerifiedAfterRestoring) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  std::vector<std::pair<Id<File>, std::string>> kept;
  for (const std::string& ending : {"jpg", "png", "webp", "pdf", "docx", "odt", "csv"}) kept.emplace_back(put(nursery, "a." + ending, sample_file(ending))->id, ending);
  const std::filesystem::path file = directory.path() / "laoyou.backup";
  ASSERT_TRUE(store::backup(*store, file, clock));
  ASSERT_TRUE(store::verify_backup(file));
  store.reset();
  std::filesystem::create_directories(directory.path() / "restored");
  options.database = GetParam() == store::DatabaseKind::postgresql ? "sqlite:" + (directory.path() / "restored" / "laoyou.db").string() : store::PostgresServer::shared().new_schema();
  ASSERT_TRUE(store::restore(file, options.database, clock));
  reopen();
  EXPECT_EQ(fault(), "");
  for (const auto& [id, ending] : kept) EXPECT_TRUE(hand_over(folder(nursery), id)) << ending;
  EXPECT_TRUE(hand_over(folder(nursery), kept[3].first)->bytes == sample_pdf());
  behind()->execute("delete from stored_content_part where part = 0 and content in (select content from file where kind = 'pdf')");
  EXPECT_EQ(fault(), "journal.row_missing");
  EXPECT_THROW(hand_over(folder(nursery), kept[3].first).value(), StoreDamaged);
}

TEST_P(Files, LieNowhereInClearNeitherBytesNorNames) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  const std::string secret = "李大爷的评估结论是重度失能";
  std::string text;
  while (text.size() < 400'000) text += secret + "\n";
  ASSERT_TRUE(put(nursery, "李大爷评估.txt", text));
  Spool unfinished(directory.path(), random);
  unfinished.append(text);
  EXPECT_TRUE(unfinished.read() == text);
  if (GetParam() == store::DatabaseKind::sqlite) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(stream), {});
      for (const std::string& word : {secret.substr(0, 9), std::string("李大爷评估")}) EXPECT_EQ(bytes.find(word), std::string::npos) << entry.path();
    }
  }
  for (const std::string table : {"file", "stored_content", "stored_content_part", "journal"})
    behind()->query("select * from " + table, {}, [&](store::Row row) {
      for (const store::Cell& cell : row)
        if (const auto* words = std::get_if<std::string>(&cell)) EXPECT_EQ(words->find("李大爷"), std::string::npos) << table;
    });
}

TEST_P(Files, TwoHundredFromSixteenAtOnceAreAllThere) {
  const std::int64_t nursery = add_nursery(*store, "650203001001");
  std::atomic<int> next = 0, failed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i)
    threads.emplace_back([&] {
      for (int mine = next++; mine < 200; mine = next++)
        if (!put(mine % 4 == 0 ? nursery : add_nursery(*store, "650203001001"), "a.jpg", sample_jpeg(80, 60, static_cast<std::uint64_t>(mine % 100)), "papers")) ++failed;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(store->read([](store::Snapshot& snapshot) { return snapshot.count<File>(Scope::country()); }), 175) << "a quarter goes to one record, half of it twice";
  EXPECT_EQ(fault(), "");
}

}  // namespace
}  // namespace laoyou::files
