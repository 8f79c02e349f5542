/** As Word for Windows puts a selection on the clipboard. */
export const WORD_PAGE = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ADMINI~1/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; text-align:justify; font-family:"等线";}
@list l0:level1
	{mso-level-tab-stop:none; text-indent:-18.0pt;}
-->
</style>
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>
<!--StartFragment-->

<h1 align=center style='text-align:center'><span style='font-family:黑体;color:red'>柳树湾村十一月凉亭夜话记录</span><span
lang=EN-US><o:p></o:p></span></h1>

<p class=MsoNormal><b><span style='font-size:12.0pt;font-family:宋体'>张三：</span></b><span
style='font-size:12.0pt;font-family:宋体'>路灯从开春就不亮，孩子
下晚自习摸黑走。</span><span lang=EN-US><o:p></o:p></span></p>

<p class=MsoNormal><span style='mso-hide:all;display:none'>隐藏的字</span><span>李婶：我在桥边摔过一跤，膝盖还疼。<span lang=EN-US><br>
</span>这事去年也说过。</span></p>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>村口三盏路灯</span></p>

<p class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>桥头护栏</span></p>

<p class=MsoListParagraph style='margin-left:22.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>换灯的钱从哪儿出</span></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>
 <tr style='mso-yfti-irow:0'>
  <td width=184 valign=top><p class=MsoNormal>项目<span lang=EN-US><o:p></o:p></span></p></td>
  <td width=184 valign=top><p class=MsoNormal>谁来办</p></td>
  <td width=184 valign=top><p class=MsoNormal>哪天前</p></td>
 </tr>
 <tr>
  <td><p class=MsoNormal>换灯</p></td>
  <td><p class=MsoNormal>王建国</p></td>
  <td><p class=MsoNormal><span lang=EN-US>12</span>月<span lang=EN-US>10</span>日</p></td>
 </tr>
</table>

<p class=MsoNormal><span lang=EN-US><img width=300 height=200
src="file:///C:/Users/ADMINI~1/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="图片_x0020_1"></span></p>

<!--EndFragment-->
</body>

</html>`

/** As a page in WeChat's browser is copied: sections in sections, styles on everything. */
export const WECHAT_PAGE = `<meta charset='utf-8'><section style="box-sizing: border-box; font-size: 16px;" data-role="outer" label="edit by 135editor">
<section data-tools="135编辑器" data-id="94318" style="border: 0px; padding: 10px;"><section style="text-align: center;"><strong style="color: rgb(255, 76, 0);">本周六晚上七点凉亭夜话</strong></section></section>
<section style="display: none;">阅读原文</section>
<p style="margin: 0px; line-height: 1.75em;"><span style="letter-spacing: 1px;">赵姐：</span><span>公示栏上贴的还是卖鱼苗的广告。</span><br style="max-width: 100%;"><span>刘会计：收支三天之内贴出来。</span></p>
<p><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/mmbiz_png/abc/640" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP"></p>
<ol class="list-paddingleft-1"><li><p>带上小板凳</p></li><li><p>手机扫码也能说</p></li></ol>
<mp-common-profile class="js_uneditable" data-nickname="柳树湾"></mp-common-profile>
<script>var biz = "x";</script></section>`

/** As several messages of a chat are copied together. */
export const CHAT_TEXT = `李婶 19:41
路灯的事今晚说不说？

王建国 2026/11/22 19:42:05
说，排第二件。
我把账也带上。

赵姐:
好
`
