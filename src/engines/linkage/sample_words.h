// The words that invented residents are made of.
#pragma once

#include <string_view>

namespace laoyou::linkage {

// The most usual family names, the first the most usual (公安部 2021 name report gives this order for the first twenty).
inline constexpr std::u32string_view k_sample_families =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常单查解仇";

// Characters usual in given names.
inline constexpr std::u32string_view k_sample_given =
    U"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志玉红文春梅辉鹏玲云飞凤琴荣海燕宇浩然子轩涵梓萱欣怡佳琪雨泽博晨思雅婷俊峰永林生福贵金宝珍淑贞翠莲香月桃银花根土水木火龙虎德义仁礼信忠孝廉维新立成功胜利和安康乐家兴"
    U"旺祥瑞吉庆元亨达光耀宗祖世代长寿松柏竹菊荷青山河江波清洁冰雪霜露虹彩霓晓旭阳朝晖景星辰宏伦学诗书画琳珊珠璐瑶琼瑜璇莹颖慧智聪睿哲贤良才能健壮毅恒坚定远征程鸿翔翼";

// Traditional forms of some of them, in pairs.
inline constexpr std::u32string_view k_sample_traditional = U"张張刘劉陈陳杨楊黄黃赵趙吴吳孙孫马馬罗羅郑鄭谢謝许許韩韓邓鄧冯馮伟偉丽麗强強军軍艳豔杰傑涛濤华華国國红紅玲玲云雲飞飛凤鳳荣榮宝寶贞貞莲蓮银銀龙龍义義礼禮维維兴興庆慶达達宗宗长長";

inline constexpr std::u32string_view k_sample_street_first = U"东南西北中新文人民建解和幸长青光红平安永福金银翠玉龙凤清";
inline constexpr std::u32string_view k_sample_street_second = U"山河湖海门城园华明阳光兴安宁庆泰和平江桥桂兰梅竹松柏";

}  // namespace laoyou::linkage
