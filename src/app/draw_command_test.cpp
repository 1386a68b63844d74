#include "app/draw_command.h"

#include "app/engine_command_test.h"

namespace laoyou::app {
namespace {

const char* const k_secret_hashes = "office,commitment\none,2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b\n"
                                    "two,715dc8493c36579a5b116995100f635e3572fdf8703e708ef1a08d943b36774e\n";  // of "secret" and "private"

class DrawCommand : public testing::Test {
 protected:
  std::vector<std::string> commit_words() {
    return {"commit", "--name", "autumn", "--published", "2026-12-01T02:00:00Z", "--event", "lottery", "--event-time", "2026-12-03T13:15:00Z",
            "--strata", run_.file("strata.csv", "kind,take\nhome,2\n"), "--grades", run_.file("grades.csv", "grade,lots\nA,1\nB,3\n"), "--offices", run_.file("offices.csv", k_secret_hashes),
            "--targets", run_.file("targets.csv", "id,kind,grade\nx,home,A\ny,home,B\nz,home,A\n"), "--inspectors", run_.file("inspectors.csv", "id\np\nq\nr\n")};
  }
  /// A commitment and its bundle, as files.
  CommandRun::Ended drawn() {
    const auto committed = run_.run(draw_command, commit_words());
    EXPECT_EQ(committed.exit_code, 0) << committed.err;
    run_.file("commitment.json", committed.out);
    const auto ended = run_.run(draw_command, {"run", "--commitment", run_.path("commitment.json"), "--digits", "482", "--source", "the paper", "--time", "2026-12-03T14:00:00Z",
                                               "--secrets", run_.file("secrets.csv", "office,secret\none,secret\ntwo,private\n"), "--page", run_.path("draw.html")});
    run_.file("draw.json", ended.out);
    return ended;
  }
  CommandRun run_;
};

TEST_F(DrawCommand, commits_runs_and_verifies) {
  const auto ended = drawn();
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  const auto bundle = ended.json();
  EXPECT_EQ(bundle.at("digits"), "482");
  EXPECT_NE(run_.text_of("draw.html").find(bundle.at("seed").as_string().c_str()), std::string::npos);
  const auto verified = run_.run(draw_command, {"verify", run_.path("draw.json"), "--commitment", run_.path("commitment.json")});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  EXPECT_NE(verified.out.find(bundle.at("commitment").as_string().c_str()), std::string::npos);
}

TEST_F(DrawCommand, refuses_an_altered_bundle_and_another_commitment) {
  ASSERT_EQ(drawn().exit_code, 0);
  std::string text = run_.text_of("draw.json");
  text[text.find("\"482\"") + 1] = '5';
  // The digits are what they are; the seed below them no longer follows from them.
  const auto altered = run_.run(draw_command, {"verify", run_.file("altered.json", text)});
  EXPECT_EQ(altered.exit_code, 1);
  EXPECT_NE(altered.err.find("draw.altered " + run_.path("altered.json") + ":19:1"), std::string::npos) << altered.err;
  auto words = commit_words();
  words[2] = "winter";
  const auto other = run_.file("other.json", run_.run(draw_command, words).out);
  const auto verified = run_.run(draw_command, {"verify", run_.path("draw.json"), "--commitment", other});
  EXPECT_EQ(verified.exit_code, 1);
  EXPECT_NE(verified.err.find("draw.another_commitment"), std::string::npos) << verified.err;
}

TEST_F(DrawCommand, prints_ids_in_the_order_of_rivests_sampler) {
  const std::string ids = run_.file("ids.txt", "A-1\nA-2\r\nA-3\n\nB-1\nB-2\nB-3");
  const auto ended = run_.run(draw_command, {"run", "--ids", ids, "--seed", "314159", "--take", "4", "--plain"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(ended.out, "B-2\nB-3\nA-3\nA-2\n");
  const auto twice = run_.run(draw_command, {"run", "--ids", run_.file("twice.txt", "a\nb\na\n"), "--seed", "1", "--take", "x", "--plain"});
  EXPECT_EQ(twice.exit_code, 1);
  EXPECT_NE(twice.err.find("draw.row_repeated " + run_.path("twice.txt") + ":3:1"), std::string::npos) << twice.err;
  EXPECT_NE(twice.err.find("number.malformed --take"), std::string::npos) << twice.err;
}

TEST_F(DrawCommand, says_every_fault_of_the_files_and_options_at_once) {
  auto words = commit_words();
  words[4] = "yesterday";
  run_.file("targets.csv", "id,kind,grad\nx,home,A\n");
  run_.file("inspectors.csv", "id,most\np,none\n");
  const auto ended = run_.run(draw_command, words);
  EXPECT_EQ(ended.exit_code, 1);
  for (const char* const code : {"sheet.mistyped_column", "sheet.missing_column", "draw.number_expected", "instant.malformed --published"}) EXPECT_NE(ended.err.find(code), std::string::npos) << ended.err;
  EXPECT_EQ(run_.run(draw_command, {"commit", "--name", "x"}).exit_code, 2);
  EXPECT_EQ(run_.run(draw_command, {"draw"}).exit_code, 2);
}

}  // namespace
}  // namespace laoyou::app
