#include "engines/draw/bundle.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engines/draw/example_test.h"
#include "engines/draw/page.h"

namespace laoyou::draw {
namespace {

/// The lines after the first in another order.
std::string shuffled(const std::string& csv, SeededRandom& random) {
  std::vector<std::string> lines;
  std::size_t begin = csv.find('\n') + 1;
  const std::string header = csv.substr(0, begin);
  for (std::size_t end; (end = csv.find('\n', begin)) != std::string::npos; begin = end + 1) lines.push_back(csv.substr(begin, end + 1 - begin));
  for (std::size_t left = lines.size(); left > 1; --left) std::swap(lines[left - 1], lines[random.below(left)]);
  std::string text = header;
  for (const std::string& line : lines) text += line;
  return text;
}

std::vector<std::string> codes(const Refusals& refusals) {
  std::vector<std::string> result;
  for (const Refusal& refusal : refusals) result.push_back(refusal.code);
  return result;
}

/// A bundle with places, teams and one who is absent.
Example fullest() {
  for (std::uint64_t seed = 1;; ++seed) {
    SeededRandom random(seed);
    const Example made = example(random);
    const Bundle bundle = made.bundle();
    const bool due = std::any_of(bundle.drawn.begin(), bundle.drawn.end(), [](const Drawn& place) { return place.due; });
    if (bundle.drawn.size() >= 5 && !bundle.absent.empty() && due && !bundle.commitment.lists.conflicts.empty()) return made;
  }
}

TEST(Bundle, is_verified_and_begins_with_the_commitment) {
  SeededRandom random(3);
  for (int round = 0; round < 200; ++round) {
    const Bundle bundle = example(random).bundle();
    const auto repeated = verify(bundle.text);
    ASSERT_TRUE(repeated) << told(repeated.error());
    EXPECT_EQ(repeated->text, bundle.text);
    const std::string& commitment = bundle.commitment.text;
    EXPECT_TRUE(bundle.text.starts_with(commitment.substr(0, commitment.size() - 2)));
    const auto read = read_commitment(commitment);
    ASSERT_TRUE(read) << told(read.error());
    EXPECT_EQ(read->hash, bundle.commitment.hash);
  }
}

TEST(Bundle, the_order_of_rows_never_matters) {
  SeededRandom random(4);
  for (int round = 0; round < 200; ++round) {
    Example made = example(random);
    const std::string text = made.bundle().text;
    for (ListText& list : made.texts) list.text = shuffled(list.text, random);
    made.secrets.text = shuffled(made.secrets.text, random);
    made.absent.text = shuffled(made.absent.text, random);
    EXPECT_EQ(made.bundle().text, text);
  }
}

TEST(Bundle, every_altered_missing_or_added_byte_is_found) {
  const Bundle bundle = fullest().bundle();
  for (const std::string& text : {bundle.text, bundle.commitment.text}) {
    const bool whole = text == bundle.text;
    const auto accepted = [whole](const std::string& altered) { return whole ? verify(altered).has_value() : read_commitment(altered).has_value(); };
    ASSERT_TRUE(accepted(text));
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
      for (const int difference : {1, 2, 16, 32, 128}) {
        std::string altered = text;
        altered[byte] = static_cast<char>(altered[byte] ^ difference);
        EXPECT_FALSE(accepted(altered)) << "byte " << byte << " ^ " << difference;
      }
      EXPECT_FALSE(accepted(text.substr(0, byte) + text.substr(byte + 1))) << "without byte " << byte;
      EXPECT_FALSE(accepted(text.substr(0, byte) + "0" + text.substr(byte))) << "0 before byte " << byte;
    }
    EXPECT_FALSE(accepted(text + "\n"));
  }
}

TEST(Bundle, an_alteration_is_named_by_its_line_and_field) {
  std::string text = fullest().bundle().text;
  const std::size_t digits = text.find("\"time\":\"2026-12-03T13:4") + 20;
  text[digits] = '5';
  const auto found = verify(text);
  ASSERT_FALSE(found);
  EXPECT_EQ(codes(found.error()), (std::vector<std::string>{"draw.altered"}));
  EXPECT_EQ(found.error()[0].words, (std::vector<std::string>{"bundle"}));
  EXPECT_EQ(found.error()[0].place, "22:1");
}

TEST(Bundle, with_sm3_it_is_verified_by_sm3_and_says_so) {
  EXPECT_EQ(hash_text(HashName::sm3, "abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");  // GB/T 32905-2016, A.1
  SeededRandom random(6);
  for (int round = 0; round < 50; ++round) {
    const Bundle bundle = example(random, HashName::sm3).bundle();
    EXPECT_TRUE(bundle.text.starts_with("{\n\"format\":\"laoyou draw 1 with SM3\""));
    const auto repeated = verify(bundle.text);
    ASSERT_TRUE(repeated) << told(repeated.error());
    std::string other = bundle.text;
    other.erase(other.find(" with SM3"), 9);
    EXPECT_FALSE(verify(other));
  }
}

TEST(Bundle, secrets_that_were_not_committed_to_are_refused) {
  Example made = fullest();
  made.secrets.text = "office,secret\n民政局,other\n纪检委,x\n";
  made.outcome = {"4 8", "", "2026-12-03T13:14:59Z"};
  const auto refused = run(made.commitment(), made.outcome, made.secrets, made.absent);
  ASSERT_FALSE(refused);
  EXPECT_EQ(codes(refused.error()),
            (std::vector<std::string>{"draw.digits_malformed", "draw.cell_empty", "draw.time_order", "draw.mistyped_name", "draw.secret_differs", "draw.secret_missing"}))
      << told(refused.error());
  EXPECT_EQ(refused.error()[4].place, "secrets.csv:2:5");
}

TEST(Bundle, a_commitment_comes_before_its_event) {
  Example made = fullest();
  made.announcement.published = "2026-12-03T13:15:00.000Z";
  auto lists = made.lists();
  const auto refused = commit(made.announcement, std::move(*lists));
  ASSERT_FALSE(refused);
  EXPECT_EQ(codes(refused.error()), (std::vector<std::string>{"draw.time_order"}));
}

TEST(Bundle, its_page_holds_the_bundle_itself_and_marks_nothing_up) {
  const Bundle bundle = fullest().bundle();
  const std::string page = page_of(bundle);
  EXPECT_NE(page.find("id=\"bundle\">" + bundle.text + "</script>"), std::string::npos);
  EXPECT_EQ(bundle.text.find('<'), std::string::npos);
  EXPECT_NE(page.find("<td>机构\"\\&lt;"), std::string::npos);
  EXPECT_EQ(page.find("<!--"), std::string::npos);
}

TEST(Bundle, ten_thousand_draws_are_repeated_equal_in_javascript_and_python) {
  SecureRandom secure;
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("laoyou_draw_" + random_token(secure, 8));
  std::filesystem::create_directory(folder);
  SeededRandom random(5);
  // Python's own lines for SM3 take minutes for as many: LAOYOU_SM3_DRAWS=10000 asks for them.
  const char* const asked = std::getenv("LAOYOU_SM3_DRAWS");
  const int sm3_draws = asked == nullptr ? 300 : std::atoi(asked);
  std::ofstream sound(folder / "sound.txt", std::ios::binary), altered(folder / "altered.txt", std::ios::binary);
  for (int round = 0; round < 10'000; ++round) {
    sound << example(random).bundle().text << '\0';
    if (round < sm3_draws) sound << example(random, HashName::sm3).bundle().text << '\0';
  }
  const std::string text = fullest().bundle().text;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    std::string other = text;
    other[byte] = static_cast<char>(other[byte] ^ 1);
    altered << other << '\0';
  }
  sound.close();
  altered.close();
  EXPECT_EQ(std::system(("node tests/draw/replay.mjs " + folder.string()).c_str()), 0) << "the bundles lie in " << folder;
  if (!HasFailure()) std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace laoyou::draw
