#!/bin/sh
# Makes the pictures of this folder with Debian's zint and qrencode: codes by other hands than the reader's.
set -eu
cd "$(dirname "$0")"
bars() { zint --scale=1.5 --quietzones "$@"; }
bars -b EANX -d 6922255451427 -o ean13.png
bars -b EANX -d 9638507 -o ean8.png
bars -b UPCA -d 036000291452 -o upca.png
bars -b ITF14 -d 1692225545142 -o itf14.png
bars -b GS1_128 -d '[01]06922255451427[10]LOT7' -o gs1-128.png
bars -b CODE128 -d 91330106MA2CFLDG4R -o code128.png
zint --scale=3 --quietzones -b DATAMATRIX --gs1 -d '[01]06922255451427[21]7' -o datamatrix.png
qrencode -l M -s 4 -m 4 -o licence.png 'https://licence.example/q?uniscid=91330106MA2CFLDG4R&x=2'
qrencode -l M -s 4 -m 4 -8 -o licence-text.png '统一社会信用代码:91330106MA2CFLDG4R;名称:杭州西湖茶业有限公司'
qrencode -l M -s 4 -m 4 -o link.png 'standing:register?v=1&repo=https://register.example/zj&root=1.0K3F-7QH2'
qrencode -l M -s 4 -m 4 -o digital-link.png 'https://tea.example/01/06922255451427/21/7'
